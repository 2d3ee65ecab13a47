create table public.notes (note text check (note <> ''));
create table public.copies (note text, constraint notes_note_check check (note <> ''));
