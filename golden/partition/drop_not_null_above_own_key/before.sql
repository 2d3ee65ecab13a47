create table events (id bigint not null, region text not null, note text not null) partition by list (region);
create table events_eu partition of events for values in ('eu');
