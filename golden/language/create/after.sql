create function public.pl_call() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function public.pl_inline(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function public.pl_check(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language plmine handler public.pl_call inline public.pl_inline validator public.pl_check;
comment on language plmine is 'PL/pgSQL by another name';
grant usage on language plmine to app_reader;
revoke usage on language plmine from public;
create function public.two() returns integer language plmine as 'begin return 2; end';
