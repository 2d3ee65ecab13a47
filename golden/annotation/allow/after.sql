-- schemac: allow data-loss
create table public.t (id integer primary key);
alter table public.t enable row level security;
-- schemac: allow weakens-security
create policy "p" on public.t using (true);
