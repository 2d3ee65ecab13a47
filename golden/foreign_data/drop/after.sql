create schema f;
create function f.check_options(text[], oid) returns void language plpgsql as $$ begin end $$;
