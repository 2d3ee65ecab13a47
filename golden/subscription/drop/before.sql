create subscription plain connection 'host=localhost dbname=postgres password=x' publication one with (connect = false, slot_name = none);
create subscription slotted connection 'host=localhost dbname=postgres' publication two, one
  with (connect = false, binary = true, synchronous_commit = local);
comment on subscription plain is 'a copy';
