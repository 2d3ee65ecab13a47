-- What a database made by initdb and CREATE DATABASE holds before its first user statement, as far as schemac compares it.
-- schemac replays this file, then (for the profile of that name) supabase.sql, under every source that is SQL; it
-- travels inside the binary. A real server has all of this already: the file is for the replayer.
--
-- Statements between the two lines
--     -- schemac: server_version < 15
--     -- schemac: end
-- (with <, <=, =, >= or >) hold for the versions that the condition names and are skipped for others. To psql the lines
-- are comments: it runs what is between them on any version, so in supabase.sql that must do no harm.
--
-- The session's role is the cluster's own superuser, postgres.

create schema if not exists public authorization postgres;
comment on schema public is 'standard public schema';
grant usage on schema public to public;
-- schemac: server_version < 15
grant create on schema public to public;
-- schemac: end
-- schemac: server_version >= 15
alter schema public owner to pg_database_owner;
-- schemac: end

create extension if not exists plpgsql with schema pg_catalog;
