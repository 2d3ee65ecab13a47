create text search dictionary public.stops (template = simple, stopwords = 'english');
create text search configuration public.notes (copy = english);
alter text search configuration public.notes alter mapping for word with public.stops;
