create subscription sub connection 'host=one dbname=postgres' publication one with (connect = false, slot_name = none, binary = true);
