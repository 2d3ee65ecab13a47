create table documents (id uuid primary key, role text);
alter table documents enable row level security;
create function may_read(document uuid, role text, tenant text default 'none') returns boolean language plpgsql as $$ begin return true; end $$;
create policy readers on documents for select using (may_read(id, role));
create view readable as select id from documents where may_read(id, role);
