create function public.pl_call() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
create function public.pl_check(oid) returns void language c as '$libdir/plpgsql', 'plpgsql_validator';
create trusted language plmine handler public.pl_call validator public.pl_check;
