create table events (id bigint, region text, note text) partition by list (region);
create table events_eu partition of events (constraint events_eu_pkey primary key (region, id)) for values in ('eu');
