create type mood as enum ('sad', 'ok');
create table diary (id int, m mood default 'sad', ms mood[] default '{sad}', note text default 'sad', check (m <> 'sad'));
create index diary_sad on diary (id) where m = 'sad';
create view sad_days as select id, 'sad' as why from diary where m = 'sad';
create policy sad on diary using (m = 'sad');
alter type mood rename value 'sad' to 'blue';
