create type public.member_role as enum ('borrower', 'librarian', 'owner');

create table public.libraries (
  id         uuid primary key default gen_random_uuid(),
  name       text not null,
  city       text,
  -- Days that a loan may last.
  loan_days  integer not null default 14 check (loan_days between 1 and 90),
  created_at timestamptz not null default now()
);
comment on column public.libraries.loan_days is 'Days that a loan may last';
alter table public.libraries enable row level security;

create table public.members (
  library_id uuid not null references public.libraries (id) on delete cascade,
  user_id    uuid not null,
  role       public.member_role not null default 'borrower',
  joined_on  date not null default current_date,
  primary key (library_id, user_id)
);
create index members_user_id_idx on public.members (user_id);
alter table public.members enable row level security;

create function public.is_member(library uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select 1 from public.members m where m.library_id = library and m.user_id = (select auth.uid()))
$$;

create function public.is_librarian(library uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (
    select 1 from public.members m
    where m.library_id = library and m.user_id = (select auth.uid()) and m.role::text in ('librarian', 'owner')
  )
$$;

create policy "anyone signed in reads libraries" on public.libraries
  for select to authenticated using (true);
create policy "librarians change their library" on public.libraries
  for update to authenticated using (public.is_librarian(id)) with check (public.is_librarian(id));
create policy "own membership" on public.members
  for select to authenticated using (user_id = (select auth.uid()));
