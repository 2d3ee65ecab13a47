create type public.loan_state as enum ('requested', 'out', 'returned', 'lost');

create table public.loans (
  id          bigint generated always as identity primary key,
  tool_id     bigint not null references public.tools (id),
  library_id  uuid not null,
  borrower    uuid not null default auth.uid(),
  state       public.loan_state not null default 'requested',
  due_on      date,
  returned_at timestamptz,
  updated_at  timestamptz not null default now(),
  foreign key (library_id, borrower) references public.members (library_id, user_id) on delete cascade,
  constraint loans_returned_has_a_time check ((state = 'returned') = (returned_at is not null))
);
comment on table public.loans is 'Who has which tool, and until when';
-- A tool is out once at a time.
create unique index loans_one_at_a_time on public.loans (tool_id) where state = 'out';
create index loans_borrower_idx on public.loans (library_id, borrower, due_on desc);
alter table public.loans enable row level security;

create policy "borrowers read their loans" on public.loans
  for select to authenticated using (borrower = (select auth.uid()));
create policy "borrowers request" on public.loans
  for insert to authenticated with check (borrower = (select auth.uid()) and state = 'requested');
create policy "librarians run the desk" on public.loans
  to authenticated using (public.is_librarian(library_id)) with check (public.is_librarian(library_id));

-- The due date follows the library's rule unless the desk says otherwise.
create function public.set_due_date() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if new.state = 'out' and new.due_on is null then
    select current_date + l.loan_days into new.due_on from public.libraries l where l.id = new.library_id;
  end if;
  return new;
end;
$$;

create trigger loans_due before insert or update of state on public.loans
  for each row execute function public.set_due_date();
create trigger loans_touch before update on public.loans
  for each row execute function public.touch();

create function public.fee_of(loan public.loans) returns numeric
  language sql stable
  set search_path = ''
as $$
  select t.daily_fee * greatest(0, coalesce(loan.returned_at::date, current_date) - loan.due_on)
  from public.tools t where t.id = loan.tool_id
$$;
revoke execute on function public.fee_of(public.loans) from public, anon;

create view public.overdue_loans with (security_invoker = true) as
  select l.id, l.tool_id, t.name as tool, l.borrower, l.due_on
  from public.loans l join public.tools t on t.id = l.tool_id
  where l.state = 'out' and l.due_on < current_date;
grant select on public.overdue_loans to authenticated;
