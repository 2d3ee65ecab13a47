create function public.same(a text, b text) returns boolean language sql immutable return lower(a) = lower(b);
create operator public.=~= (leftarg = text, rightarg = text, function = public.same);
create operator public.~=~ (leftarg = text, rightarg = text, function = public.same, restrict = eqsel, hashes);
