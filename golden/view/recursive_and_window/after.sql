create table public.nodes (id int primary key, parent_id int, weight int);
create view public.tree as
  with recursive w as (select id, parent_id, 0 as depth from public.nodes where parent_id is null
    union all select n.id, n.parent_id, w.depth + 1 from public.nodes n join w on n.parent_id = w.id)
  select w.*, rank() over (partition by w.depth order by n.weight desc) as rank from w join public.nodes n using (id);
