create table public.people (
  id integer primary key,
  mail text constraint people_mail unique deferrable initially deferred,
  code text,
  constraint people_code_key unique (code) include (mail) with (fillfactor = 90)
);
comment on constraint people_mail on public.people is 'checked at the end';
-- the key that it references is there before it, and it is checked behind that: one more file
create table public.pets (
  id integer primary key,
  owner_code text references public.people (code),
  name text,
  "Room" text,
  constraint "One in a Room" unique (name, "Room"),
  exclude using btree ("Room" with =)
);
