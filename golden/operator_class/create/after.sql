create function public.by_length(a text, b text) returns integer language sql immutable return sign(length(a) - length(b))::integer;
create function public.shorter(a text, b text) returns boolean language sql immutable return length(a) < length(b);
create function public.not_longer(a text, b text) returns boolean language sql immutable return length(a) <= length(b);
create function public.as_long(a text, b text) returns boolean language sql immutable return length(a) = length(b);
create function public.not_shorter(a text, b text) returns boolean language sql immutable return length(a) >= length(b);
create function public.longer(a text, b text) returns boolean language sql immutable return length(a) > length(b);
create operator public.#< (leftarg = text, rightarg = text, function = public.shorter, commutator = operator(public.#>));
create operator public.#<= (leftarg = text, rightarg = text, function = public.not_longer);
create operator public.#= (leftarg = text, rightarg = text, function = public.as_long, commutator = operator(public.#=));
create operator public.#>= (leftarg = text, rightarg = text, function = public.not_shorter);
create operator public.#> (leftarg = text, rightarg = text, function = public.longer);
create operator class public.length_ops for type text using btree as
  operator 1 public.#<, operator 2 public.#<=, operator 3 public.#=, operator 4 public.#>=, operator 5 public.#>,
  function 1 public.by_length(text, text);
create operator family public.number_ops using btree;
alter operator family public.number_ops using btree add
  operator 1 < (integer, bigint), operator 3 = (integer, bigint);
comment on operator class public.length_ops using btree is 'by length';
comment on operator family public.number_ops using btree is 'numbers of two sizes';
create table public.words (word text, exclude using btree (word public.length_ops with operator(public.#=)));
create index words_length on public.words (word public.length_ops);
