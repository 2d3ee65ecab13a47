create or replace function storage.filename(name text) returns text language plpgsql as $$
begin
  return split_part(name, '/', -1);
end $$;
