create schema f;
create function f.check_options(text[], oid) returns void language plpgsql as $$ begin end $$;
create foreign data wrapper w;
create foreign data wrapper v validator f.check_options;
