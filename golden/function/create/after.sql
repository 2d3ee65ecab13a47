create function public.add(a integer, b integer default 1) returns integer language sql immutable strict parallel safe
  as $$ select a + b $$;
comment on function public.add(integer, integer) is 'Adds';
create function public.say(variadic words text[]) returns setof text language plpgsql stable security definer set search_path = '' cost 10 rows 5
as $$
begin
  return query select w from unnest(words) w;
end;
$$;
