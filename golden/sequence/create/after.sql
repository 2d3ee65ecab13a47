create sequence public.ticket_numbers as integer start 1000 increment 10 minvalue 1000 maxvalue 100000 cache 5 cycle;
