create table readings (sensor bigint, day date) partition by range (day);
create index readings_sensor on readings (sensor);
create table readings_2025 (sensor bigint, day date);
create index sensors_of_2025 on readings_2025 (sensor);
