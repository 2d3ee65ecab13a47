create subscription sub connection 'host=two dbname=postgres' publication one, two with (connect = false, slot_name = 'sub_slot', streaming = on);
