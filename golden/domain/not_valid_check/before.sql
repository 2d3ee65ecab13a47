create domain percentage as integer;
