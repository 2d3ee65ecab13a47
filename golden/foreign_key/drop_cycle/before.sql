create table public.teams (id int primary key, lead_id int);
create table public.people (id int primary key, team_id int not null references public.teams);
alter table public.teams add constraint teams_lead_fkey foreign key (lead_id) references public.people;
