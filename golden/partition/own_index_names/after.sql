create table public.readings (
  sensor bigint not null,
  at timestamptz not null,
  value numeric default 0 constraint readings_value_check check (value >= 0)
) partition by range (at);
create table public.readings_2025 partition of public.readings for values from ('2025-01-01') to ('2026-01-01');
create index readings_at on public.readings (at);

-- a new index of the whole, whose copies have names of their own
create index readings_sensor on only public.readings (sensor, at);
create index sensors_of_2025 on public.readings_2025 (sensor, at);
alter index public.readings_sensor attach partition public.sensors_of_2025;

-- a new partition, with partitions of its own
create table public.readings_2026 (
  sensor bigint not null,
  at timestamptz not null,
  value numeric default 1 constraint readings_value_check check (value >= 0)
) partition by list (sensor);
create table public.readings_2026_first (
  sensor bigint not null,
  at timestamptz not null,
  value numeric default 0 constraint readings_value_check check (value >= 0)
);
alter table public.readings_2026 attach partition public.readings_2026_first for values in (1, 2);
create table public.readings_2026_rest partition of public.readings_2026 default;
create index times_of_2026 on public.readings_2026 (at);
alter table public.readings attach partition public.readings_2026 for values from ('2026-01-01') to ('2027-01-01');
comment on index public.times_of_2026 is 'made by hand';
