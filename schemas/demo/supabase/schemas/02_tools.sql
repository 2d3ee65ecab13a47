create table public.tools (
  id          bigint generated always as identity primary key,
  library_id  uuid not null references public.libraries (id) on delete cascade,
  name        varchar(120) not null,
  daily_fee   numeric(6, 2) not null default 0 check (daily_fee >= 0),
  broken      boolean not null default false,
  notes       text,
  updated_at  timestamptz not null default now()
);
comment on table public.tools is 'What a library lends';
create index tools_usable_idx on public.tools (library_id) where not broken;
alter table public.tools enable row level security;

create policy "members read tools" on public.tools
  for select to authenticated using (public.is_member(library_id));
create policy "librarians keep tools" on public.tools
  to authenticated using (public.is_librarian(library_id)) with check (public.is_librarian(library_id));

create function public.touch() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

create trigger tools_touch before update on public.tools
  for each row execute function public.touch();

create view public.usable_tools with (security_invoker = true) as
  select id, library_id, name, daily_fee from public.tools where not broken;
grant select on public.usable_tools to authenticated;
