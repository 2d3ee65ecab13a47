create text search dictionary public.stops (template = simple, stopwords = 'german', accept = 'false');
create text search configuration public.notes (copy = english);
alter text search configuration public.notes alter mapping for asciiword with public.stops;
alter text search configuration public.notes drop mapping for email;
