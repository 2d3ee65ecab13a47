create sequence public.ticket_numbers as integer increment by 2 cache 20;
comment on sequence public.ticket_numbers is 'Even';
