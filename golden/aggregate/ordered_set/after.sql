create aggregate public.my_percentile(float8 order by anyelement) (
  sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra = true);
create aggregate public.my_rank(variadic "any" order by variadic "any") (
  sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra = true, hypothetical);
comment on aggregate public.my_percentile(float8 order by anyelement) is 'an ordered-set aggregate';
