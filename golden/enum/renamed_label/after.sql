create type mood as enum ('blue', 'ok');
create table diary (id int, m mood default 'blue', ms mood[] default '{blue}', note text default 'sad', check (m <> 'blue'));
create index diary_sad on diary (id) where m = 'blue';
create view sad_days as select id, 'sad' as why from diary where m = 'blue';
create policy sad on diary using (m = 'blue');
