create domain percentage as integer;
alter domain percentage add constraint in_range check (value between 0 and 100) not valid;
create domain rating as integer;
alter domain rating add constraint positive check (value > 0) not valid;
