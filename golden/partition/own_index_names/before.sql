create table public.readings (
  sensor bigint not null,
  at timestamptz not null,
  value numeric default 0 constraint readings_value_check check (value >= 0)
) partition by range (at);
create table public.readings_2025 partition of public.readings for values from ('2025-01-01') to ('2026-01-01');
create index readings_at on public.readings (at);
