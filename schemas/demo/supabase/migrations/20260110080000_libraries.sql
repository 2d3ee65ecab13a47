-- Tool libraries, their members, and what they lend.
create type public.member_role as enum ('borrower', 'librarian');

create table public.libraries (
  id         uuid primary key default gen_random_uuid(),
  name       text not null,
  city       text,
  created_at timestamptz not null default now()
);
alter table public.libraries enable row level security;

create table public.members (
  library_id uuid not null references public.libraries (id) on delete cascade,
  user_id    uuid not null,
  role       public.member_role not null default 'borrower',
  joined_on  date not null default current_date,
  primary key (library_id, user_id)
);
alter table public.members enable row level security;

create table public.tools (
  id          bigint generated always as identity primary key,
  library_id  uuid not null references public.libraries (id) on delete cascade,
  name        varchar(60) not null,
  daily_fee   numeric(6, 2) not null default 0,
  broken      boolean not null default false,
  updated_at  timestamptz not null default now()
);
alter table public.tools enable row level security;

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
