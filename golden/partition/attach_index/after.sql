create table readings (sensor bigint, day date) partition by range (day);
create table readings_2025 partition of readings for values from ('2025-01-01') to ('2026-01-01');
create table readings_2026 partition of readings for values from ('2026-01-01') to ('2027-01-01');
create index readings_sensor on only readings (sensor);
create index sensors_of_2025 on readings_2025 (sensor);
alter index readings_sensor attach partition sensors_of_2025;
create index sensors_of_2026 on readings_2026 (sensor);
alter index readings_sensor attach partition sensors_of_2026;
