-- What a hosted Supabase project holds before its first migration: the roles, the managed schemas and what users' DDL can
-- refer to in them (foreign keys to auth.users, policies on storage.objects and realtime.messages, triggers on auth tables,
-- calls to auth.uid()), and the privileges that a new object in public is born with.
--
-- Shapes, not behaviour: bodies are the shortest that parse, and the services' CHECKs and lookup indexes are left out.
-- Plain DDL in dependency order, replayed in memory after postgres.sql (which explains the `-- schemac:` lines).
-- For a try on a real server, as superuser postgres in an empty database:
--     psql -X -f schemas/platform/supabase.sql
-- where roles that a former run left behind and extensions that the server lacks give errors to ignore.

set check_function_bodies = off;

-- Roles. Passwords and who may log in with them are the project's own.
create role supabase_admin superuser login createdb createrole replication bypassrls;
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
create role dashboard_user nologin createdb createrole replication;
create role pgbouncer login;
create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit createrole;
create role supabase_functions_admin login noinherit createrole;
create role supabase_realtime_admin nologin noinherit;
create role supabase_replication_admin login replication;
create role supabase_etl_admin login replication;
create role supabase_read_only_user login bypassrls;
create role supabase_privileged_role nologin;
create role pgtle_admin nologin;
create role pgsodium_keyiduser nologin;
create role pgsodium_keyholder nologin;
create role pgsodium_keymaker nologin;
grant anon, authenticated, service_role to authenticator, postgres;
grant authenticator to supabase_storage_admin;
grant pg_monitor, pg_read_all_data, pg_signal_backend to postgres;
grant pg_read_all_data to supabase_read_only_user, supabase_etl_admin;
alter role anon set statement_timeout to '3s';
alter role authenticated set statement_timeout to '8s';
alter role authenticator set statement_timeout to '8s';
alter role authenticator set lock_timeout to '8s';
alter role supabase_auth_admin set search_path to auth;
alter role supabase_storage_admin set search_path to storage;
-- Unqualified names in migrations resolve like this.
alter role postgres set search_path to "$user", public, extensions;

-- Schemas.
create schema extensions authorization postgres;
create schema auth authorization supabase_admin;
create schema storage authorization supabase_admin;
create schema realtime authorization supabase_admin;
create schema graphql authorization supabase_admin;
create schema graphql_public authorization supabase_admin;
create schema vault authorization supabase_admin;
create schema supabase_functions authorization supabase_admin;
create schema pgbouncer authorization pgbouncer;
-- schemac: server_version <= 15
create schema pgsodium authorization supabase_admin;
-- schemac: end
grant usage on schema public to postgres, anon, authenticated, service_role;
grant usage on schema extensions to anon, authenticated, service_role;
grant all on schema extensions to dashboard_user;
grant usage on schema auth to postgres, anon, authenticated, service_role;
grant all on schema auth to supabase_auth_admin, dashboard_user;
grant usage on schema storage to postgres with grant option;
grant usage on schema storage to anon, authenticated, service_role;
grant all on schema storage to supabase_storage_admin with grant option;
grant all on schema storage to dashboard_user;
grant usage on schema realtime to postgres, anon, authenticated, service_role;
grant all on schema realtime to supabase_realtime_admin;
grant usage on schema graphql to postgres, anon, authenticated, service_role;
grant usage on schema graphql_public to postgres, anon, authenticated, service_role;
grant usage on schema vault to postgres with grant option;
grant usage on schema vault to service_role;
grant usage on schema supabase_functions to postgres, anon, authenticated, service_role;
grant all on schema supabase_functions to supabase_functions_admin;

-- What new objects are granted. Projects made since 2026-05-30 give the API roles less in public: `auto_expose_new_tables`
-- of config.toml; a live project's own default privileges are read from it.
alter default privileges for role postgres in schema public grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on sequences
  to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema storage grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema storage grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema storage grant all on sequences
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_auth_admin in schema auth grant all on tables
  to postgres, dashboard_user;
alter default privileges for role supabase_auth_admin in schema auth grant all on functions
  to postgres, dashboard_user;
alter default privileges for role supabase_auth_admin in schema auth grant all on sequences
  to postgres, dashboard_user;
alter default privileges for role supabase_admin in schema realtime grant all on tables
  to postgres, dashboard_user;
alter default privileges for role supabase_admin in schema realtime grant all on functions
  to postgres, dashboard_user;
alter default privileges for role supabase_admin in schema realtime grant all on sequences
  to postgres, dashboard_user;
alter default privileges for role supabase_admin in schema extensions grant all on tables
  to postgres with grant option;
alter default privileges for role supabase_admin in schema extensions grant all on functions
  to postgres with grant option;
alter default privileges for role supabase_admin in schema extensions grant all on sequences
  to postgres with grant option;
alter default privileges for role supabase_admin in schema graphql grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema graphql grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema graphql grant all on sequences
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema graphql_public grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema graphql_public grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema graphql_public grant all on sequences
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema supabase_functions grant all on tables
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema supabase_functions grant all on functions
  to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema supabase_functions grant all on sequences
  to postgres, anon, authenticated, service_role;

-- Extensions that every project starts with.
create extension pg_stat_statements with schema extensions;
create extension pgcrypto with schema extensions;
create extension "uuid-ossp" with schema extensions;
create extension supabase_vault with schema vault;
-- schemac: server_version <= 15
create extension pgjwt with schema extensions;
create extension pg_graphql with schema graphql;
-- schemac: end

-- auth
set role supabase_auth_admin;
create type auth.aal_level as enum ('aal1', 'aal2', 'aal3');
create type auth.code_challenge_method as enum ('s256', 'plain');
create type auth.factor_status as enum ('unverified', 'verified');
create type auth.factor_type as enum ('totp', 'webauthn', 'phone');
create type auth.oauth_authorization_status as enum ('pending', 'approved', 'denied', 'expired');
create type auth.oauth_client_type as enum ('public', 'confidential');
create type auth.oauth_registration_type as enum ('dynamic', 'manual');
create type auth.oauth_response_type as enum ('code');
create type auth.one_time_token_type as enum (
  'confirmation_token', 'reauthentication_token', 'recovery_token',
  'email_change_token_new', 'email_change_token_current', 'phone_change_token');

create function auth.uid() returns uuid language sql stable as
  $$ select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable as
  $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role' $$;
create function auth.email() returns text language sql stable as
  $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email' $$;
create function auth.jwt() returns jsonb language sql stable as
  $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;

create table auth.users (
  instance_id uuid,
  id uuid constraint users_pkey primary key,
  aud varchar(255),
  role varchar(255),
  email varchar(255),
  encrypted_password varchar(255),
  email_confirmed_at timestamptz,
  invited_at timestamptz,
  confirmation_token varchar(255),
  confirmation_sent_at timestamptz,
  recovery_token varchar(255),
  recovery_sent_at timestamptz,
  email_change_token_new varchar(255),
  email_change varchar(255),
  email_change_sent_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  is_super_admin boolean,
  created_at timestamptz,
  updated_at timestamptz,
  phone text default null::varchar constraint users_phone_key unique,
  phone_confirmed_at timestamptz,
  phone_change text default ''::varchar,
  phone_change_token varchar(255) default ''::varchar,
  phone_change_sent_at timestamptz,
  confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  email_change_token_current varchar(255) default ''::varchar,
  email_change_confirm_status smallint default 0
    constraint users_email_change_confirm_status_check check (email_change_confirm_status between 0 and 2),
  banned_until timestamptz,
  reauthentication_token varchar(255) default ''::varchar,
  reauthentication_sent_at timestamptz,
  is_sso_user boolean not null default false,
  deleted_at timestamptz,
  is_anonymous boolean not null default false
);
-- The address is unique among those that no identity provider brought, hence no target for a foreign key.
create unique index users_email_partial_key on auth.users (email) where is_sso_user = false;
create table auth.audit_log_entries (
  instance_id uuid, id uuid primary key, payload json, created_at timestamptz, ip_address varchar(64) not null default ''
);
create table auth.custom_oauth_providers (
  id uuid primary key default gen_random_uuid(), provider_type text not null, identifier text not null unique,
  name text not null, client_id text not null, client_secret text not null,
  acceptable_client_ids text[] not null default '{}', scopes text[] not null default '{}',
  pkce_enabled boolean not null default true, attribute_mapping jsonb not null default '{}',
  authorization_params jsonb not null default '{}', enabled boolean not null default true,
  email_optional boolean not null default false, issuer text, discovery_url text,
  skip_nonce_check boolean not null default false, cached_discovery jsonb, discovery_cached_at timestamptz,
  authorization_url text, token_url text, userinfo_url text, jwks_uri text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  custom_claims_allowlist text[] not null default '{}'
);
create table auth.flow_state (
  id uuid primary key, user_id uuid, auth_code text, code_challenge_method auth.code_challenge_method,
  code_challenge text, provider_type text not null, provider_access_token text, provider_refresh_token text,
  created_at timestamptz, updated_at timestamptz, authentication_method text not null, auth_code_issued_at timestamptz,
  invite_token text, referrer text, oauth_client_state_id uuid, linking_target_id uuid,
  email_optional boolean not null default false
);
create table auth.identities (
  provider_id text not null, user_id uuid not null references auth.users (id) on delete cascade,
  identity_data jsonb not null, provider text not null, last_sign_in_at timestamptz,
  created_at timestamptz, updated_at timestamptz,
  email text generated always as (lower(identity_data ->> 'email')) stored,
  id uuid primary key default gen_random_uuid(),
  constraint identities_provider_id_provider_unique unique (provider_id, provider)
);
create table auth.instances (
  id uuid primary key, uuid uuid, raw_base_config text, created_at timestamptz, updated_at timestamptz
);
create table auth.oauth_clients (
  id uuid primary key, client_secret_hash text, registration_type auth.oauth_registration_type not null,
  redirect_uris text not null, grant_types text not null, client_name text, client_uri text, logo_uri text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(), deleted_at timestamptz,
  client_type auth.oauth_client_type not null default 'confidential', token_endpoint_auth_method text not null
);
create table auth.sessions (
  id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz, updated_at timestamptz, factor_id uuid, aal auth.aal_level, not_after timestamptz,
  refreshed_at timestamp, user_agent text, ip inet, tag text,
  oauth_client_id uuid references auth.oauth_clients (id) on delete cascade,
  refresh_token_hmac_key text, refresh_token_counter bigint, scopes text
);
create table auth.refresh_tokens (
  instance_id uuid, id bigserial primary key, token varchar(255) constraint refresh_tokens_token_unique unique,
  user_id varchar(255), revoked boolean, created_at timestamptz, updated_at timestamptz, parent varchar(255),
  session_id uuid references auth.sessions (id) on delete cascade
);
create table auth.mfa_factors (
  id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade, friendly_name text,
  factor_type auth.factor_type not null, status auth.factor_status not null,
  created_at timestamptz not null, updated_at timestamptz not null, secret text, phone text,
  last_challenged_at timestamptz unique, web_authn_credential jsonb, web_authn_aaguid uuid,
  last_webauthn_challenge_data jsonb
);
create table auth.mfa_challenges (
  id uuid primary key,
  factor_id uuid not null constraint mfa_challenges_auth_factor_id_fkey references auth.mfa_factors (id) on delete cascade,
  created_at timestamptz not null, verified_at timestamptz, ip_address inet not null, otp_code text,
  web_authn_session_data jsonb
);
create table auth.mfa_amr_claims (
  session_id uuid not null references auth.sessions (id) on delete cascade,
  created_at timestamptz not null, updated_at timestamptz not null, authentication_method text not null,
  id uuid constraint amr_id_pk primary key,
  constraint mfa_amr_claims_session_id_authentication_method_pkey unique (session_id, authentication_method)
);
create table auth.oauth_authorizations (
  id uuid primary key, authorization_id text not null unique,
  client_id uuid not null references auth.oauth_clients (id) on delete cascade,
  user_id uuid references auth.users (id) on delete cascade,
  redirect_uri text not null, scope text not null, state text, resource text, code_challenge text,
  code_challenge_method auth.code_challenge_method, response_type auth.oauth_response_type not null default 'code',
  status auth.oauth_authorization_status not null default 'pending', authorization_code text unique,
  created_at timestamptz not null default now(), expires_at timestamptz not null default now() + interval '3 minutes',
  approved_at timestamptz, nonce text
);
create table auth.oauth_client_states (
  id uuid primary key, provider_type text not null, code_verifier text, created_at timestamptz not null
);
create table auth.oauth_consents (
  id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade,
  client_id uuid not null references auth.oauth_clients (id) on delete cascade,
  scopes text not null, granted_at timestamptz not null default now(), revoked_at timestamptz,
  constraint oauth_consents_user_client_unique unique (user_id, client_id)
);
create table auth.one_time_tokens (
  id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade,
  token_type auth.one_time_token_type not null, token_hash text not null, relates_to text not null,
  created_at timestamp not null default now(), updated_at timestamp not null default now()
);
create table auth.sso_providers (
  id uuid primary key, resource_id text, created_at timestamptz, updated_at timestamptz, disabled boolean
);
create table auth.sso_domains (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers (id) on delete cascade,
  domain text not null, created_at timestamptz, updated_at timestamptz
);
create table auth.saml_providers (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers (id) on delete cascade,
  entity_id text not null unique, metadata_xml text not null, metadata_url text, attribute_mapping jsonb,
  created_at timestamptz, updated_at timestamptz, name_id_format text
);
create table auth.saml_relay_states (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers (id) on delete cascade,
  request_id text not null, for_email text, redirect_to text, created_at timestamptz, updated_at timestamptz,
  flow_state_id uuid references auth.flow_state (id) on delete cascade
);
create table auth.schema_migrations (version varchar(255) primary key);
create table auth.webauthn_challenges (
  id uuid primary key default gen_random_uuid(), user_id uuid references auth.users (id) on delete cascade,
  challenge_type text not null, session_data jsonb not null, created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table auth.webauthn_credentials (
  id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users (id) on delete cascade,
  credential_id bytea not null, public_key bytea not null, attestation_type text not null default '', aaguid uuid,
  sign_count bigint not null default 0, transports jsonb not null default '[]',
  backup_eligible boolean not null default false, backed_up boolean not null default false,
  friendly_name text not null default '', created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(), last_used_at timestamptz
);

alter table auth.audit_log_entries enable row level security;
alter table auth.flow_state enable row level security;
alter table auth.identities enable row level security;
alter table auth.instances enable row level security;
alter table auth.mfa_amr_claims enable row level security;
alter table auth.mfa_challenges enable row level security;
alter table auth.mfa_factors enable row level security;
alter table auth.one_time_tokens enable row level security;
alter table auth.refresh_tokens enable row level security;
alter table auth.saml_providers enable row level security;
alter table auth.saml_relay_states enable row level security;
alter table auth.schema_migrations enable row level security;
alter table auth.sessions enable row level security;
alter table auth.sso_domains enable row level security;
alter table auth.sso_providers enable row level security;
alter table auth.users enable row level security;
revoke all on auth.schema_migrations from postgres, dashboard_user;
grant select on auth.audit_log_entries, auth.flow_state, auth.identities, auth.instances, auth.mfa_amr_claims,
  auth.mfa_challenges, auth.mfa_factors, auth.one_time_tokens, auth.refresh_tokens, auth.saml_providers,
  auth.saml_relay_states, auth.schema_migrations, auth.sessions, auth.sso_domains, auth.sso_providers, auth.users
  to postgres with grant option;

-- storage
set role supabase_storage_admin;
create type storage.buckettype as enum ('STANDARD', 'ANALYTICS', 'VECTOR');
create table storage.migrations (
  id integer primary key, name varchar(100) not null unique, hash varchar(40) not null,
  executed_at timestamp default current_timestamp
);
create table storage.buckets (
  id text primary key,
  name text not null,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  public boolean default false,
  avif_autodetection boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  owner_id text,
  type storage.buckettype not null default 'STANDARD',
  versioning_status text not null default 'DISABLED'
);
create unique index bname on storage.buckets (name);
create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text constraint "objects_bucketId_fkey" references storage.buckets (id),
  name text,
  owner uuid,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(),
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  version text,
  owner_id text,
  user_metadata jsonb,
  archived_at timestamptz,
  is_delete_marker boolean not null default false,
  is_versioned boolean not null default false
);
create unique index bucketid_objname on storage.objects (bucket_id, name);
create table storage.buckets_analytics (
  name text not null, type storage.buckettype not null default 'ANALYTICS', format text not null default 'ICEBERG',
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  id uuid primary key default gen_random_uuid(), deleted_at timestamptz
);
create table storage.buckets_vectors (
  id text primary key, type storage.buckettype not null default 'VECTOR',
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create table storage.vector_indexes (
  id text primary key default gen_random_uuid(), name text collate "C" not null,
  bucket_id text not null references storage.buckets_vectors (id), data_type text not null, dimension integer not null,
  distance_metric text not null, metadata_configuration jsonb,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create table storage.s3_multipart_uploads (
  id text primary key, in_progress_size bigint not null default 0, upload_signature text not null,
  bucket_id text not null references storage.buckets (id), key text collate "C" not null, version text not null,
  owner_id text, created_at timestamptz not null default now(), user_metadata jsonb, metadata jsonb
);
create table storage.s3_multipart_uploads_parts (
  id uuid primary key default gen_random_uuid(),
  upload_id text not null references storage.s3_multipart_uploads (id) on delete cascade,
  size bigint not null default 0, part_number integer not null,
  bucket_id text not null references storage.buckets (id), key text collate "C" not null, etag text not null,
  owner_id text, version text not null, created_at timestamptz not null default now()
);
alter table storage.migrations enable row level security;
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
alter table storage.buckets_analytics enable row level security;
alter table storage.buckets_vectors enable row level security;
alter table storage.vector_indexes enable row level security;
alter table storage.s3_multipart_uploads enable row level security;
alter table storage.s3_multipart_uploads_parts enable row level security;
grant all on storage.buckets, storage.objects to postgres with grant option;
grant all on storage.buckets, storage.objects, storage.buckets_analytics to anon, authenticated, service_role;
grant select on storage.buckets_vectors, storage.vector_indexes to anon, authenticated, service_role;
grant select on storage.s3_multipart_uploads, storage.s3_multipart_uploads_parts to anon, authenticated;
grant all on storage.s3_multipart_uploads, storage.s3_multipart_uploads_parts to service_role;

create function storage.foldername(name text) returns text[] language plpgsql immutable as
  $$ begin return trim_array(string_to_array(name, '/'), 1); end $$;
create function storage.filename(name text) returns text language plpgsql immutable as
  $$ begin return split_part(name, '/', -1); end $$;
create function storage.extension(name text) returns text language plpgsql immutable as
  $$ begin return split_part(storage.filename(name), '.', -1); end $$;
create function storage.operation() returns text language plpgsql stable as
  $$ begin return current_setting('storage.operation', true); end $$;
create function storage.allow_any_operation(expected_operations text[]) returns boolean language sql stable as
  $$ select storage.operation() = any (expected_operations) $$;
create function storage.allow_only_operation(expected_operation text) returns boolean language sql stable as
  $$ select storage.operation() = expected_operation $$;
create function storage.can_insert_object(bucketid text, name text, owner uuid, metadata jsonb) returns void
  language plpgsql as $$ begin end $$;
create function storage.get_common_prefix(p_key text, p_prefix text, p_delimiter text) returns text
  language sql immutable as $$ select null::text $$;
create function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
  language plpgsql stable as $$ begin end $$;
create function storage.list_multipart_uploads_with_delimiter(
    bucket_id text, prefix_param text, delimiter_param text, max_keys integer default 100,
    next_key_token text default '', next_upload_token text default '')
  returns table (key text, id text, created_at timestamptz) language plpgsql as $$ begin end $$;
create function storage.list_objects_with_delimiter(
    _bucket_id text, prefix_param text, delimiter_param text, max_keys integer default 100,
    start_after text default '', next_token text default '', sort_order text default 'asc')
  returns table (name text, id uuid, metadata jsonb, updated_at timestamptz, created_at timestamptz,
                 last_accessed_at timestamptz)
  language plpgsql stable as $$ begin end $$;
create function storage.search(
    prefix text, bucketname text, limits integer default 100, levels integer default 1, offsets integer default 0,
    search text default '', sortcolumn text default 'name', sortorder text default 'asc')
  returns table (name text, id uuid, updated_at timestamptz, created_at timestamptz, last_accessed_at timestamptz,
                 metadata jsonb)
  language plpgsql stable as $$ begin end $$;
create function storage.search_v2(
    prefix text, bucket_name text, limits integer default 100, levels integer default 1, start_after text default '',
    sort_order text default 'asc', sort_column text default 'name', sort_column_after text default '')
  returns table (key text, name text, id uuid, updated_at timestamptz, created_at timestamptz,
                 last_accessed_at timestamptz, metadata jsonb)
  language plpgsql stable as $$ begin end $$;
create function storage.search_by_timestamp(
    p_prefix text, p_bucket_id text, p_limit integer, p_level integer, p_start_after text, p_sort_order text,
    p_sort_column text, p_sort_column_after text)
  returns table (key text, name text, id uuid, updated_at timestamptz, created_at timestamptz,
                 last_accessed_at timestamptz, metadata jsonb)
  language plpgsql stable as $$ begin end $$;
create function storage.enforce_bucket_name_length() returns trigger language plpgsql as $$ begin return new; end $$;
create function storage.protect_delete() returns trigger language plpgsql as $$ begin return null; end $$;
create function storage.update_updated_at_column() returns trigger language plpgsql as
  $$ begin new.updated_at := now(); return new; end $$;
-- What the storage service kept folders in until 2026: migrations pulled from older projects name it.
create function storage.get_level(name text) returns integer language sql immutable strict as
  $$ select cardinality(string_to_array(name, '/')) $$;
create function storage.get_prefix(name text) returns text language sql immutable strict as $$ select null::text $$;
create function storage.get_prefixes(name text) returns text[] language plpgsql immutable strict as
  $$ begin return null; end $$;
create table storage.prefixes (
  bucket_id text not null constraint "prefixes_bucketId_fkey" references storage.buckets (id),
  name text collate "C" not null, level integer not null generated always as (storage.get_level(name)) stored,
  created_at timestamptz default now(), updated_at timestamptz default now(), primary key (bucket_id, level, name)
);
alter table storage.prefixes enable row level security;
grant all on storage.prefixes to anon, authenticated, service_role;
create function storage.delete_prefix_hierarchy_trigger() returns trigger language plpgsql
  as $$ begin return old; end $$;
create function storage.objects_insert_prefix_trigger() returns trigger language plpgsql as $$ begin return new; end $$;
create function storage.objects_update_prefix_trigger() returns trigger language plpgsql as $$ begin return new; end $$;
create function storage.prefixes_insert_trigger() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger enforce_bucket_name_length_trigger before insert or update of name on storage.buckets
  for each row execute function storage.enforce_bucket_name_length();
create trigger protect_buckets_delete before delete on storage.buckets
  for each statement execute function storage.protect_delete();
create trigger protect_objects_delete before delete on storage.objects
  for each statement execute function storage.protect_delete();
create trigger update_objects_updated_at before update on storage.objects
  for each row execute function storage.update_updated_at_column();

-- realtime
set role supabase_admin;
create type realtime.action as enum ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'ERROR');
create type realtime.equality_op as enum ('eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in');
create type realtime.user_defined_filter as (column_name text, op realtime.equality_op, value text);
create type realtime.wal_column as (
  name text, type_name text, type_oid oid, value jsonb, is_pkey boolean, is_selectable boolean);
create type realtime.wal_rls as (wal jsonb, is_rls_enabled boolean, subscription_ids uuid[], errors text[]);
create function realtime.topic() returns text language sql stable as
  $$ select nullif(current_setting('realtime.topic', true), '') $$;
create function realtime.to_regrole(role_name text) returns regrole language sql immutable as
  $$ select role_name::regrole $$;
create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
  language plpgsql as $$ begin end $$;
create function realtime.broadcast_changes(
    topic_name text, event_name text, operation text, table_name text, table_schema text,
    new record, old record, level text default 'ROW')
  returns void language plpgsql as $$ begin end $$;
create table realtime.schema_migrations (version bigint primary key, inserted_at timestamp(0));
create table realtime.subscription (
  id bigint generated always as identity constraint pk_subscription primary key,
  subscription_id uuid not null, entity regclass not null,
  filters realtime.user_defined_filter[] not null default '{}', claims jsonb not null,
  claims_role regrole not null generated always as (realtime.to_regrole(claims ->> 'role')) stored,
  created_at timestamp not null default timezone('utc', now()), action_filter text default '*'
);
create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  primary key (id, inserted_at)
) partition by range (inserted_at);
alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
grant select on realtime.schema_migrations, realtime.subscription to anon, authenticated, service_role;
grant all on realtime.schema_migrations, realtime.subscription to supabase_realtime_admin;
grant usage on sequence realtime.subscription_id_seq to anon, authenticated, service_role;
grant all on sequence realtime.subscription_id_seq to supabase_realtime_admin;

-- Webhooks, GraphQL's door, the pooler, and the functions behind the platform's event triggers.
create table supabase_functions.migrations (version text primary key, inserted_at timestamptz not null default now());
create table supabase_functions.hooks (
  id bigserial primary key, hook_table_id integer not null, hook_name text not null,
  created_at timestamptz not null default now(), request_id bigint
);
create function supabase_functions.http_request() returns trigger language plpgsql security definer
  set search_path to 'supabase_functions' as $$ begin return new; end $$;
alter table supabase_functions.migrations owner to supabase_functions_admin;
alter table supabase_functions.hooks owner to supabase_functions_admin;
alter function supabase_functions.http_request() owner to supabase_functions_admin;
create function graphql_public.graphql(
    "operationName" text default null, query text default null, variables jsonb default null,
    extensions jsonb default null)
  returns jsonb language plpgsql as $$ begin return null; end $$;
create function pgbouncer.get_auth(p_usename text) returns table (username text, password text)
  language plpgsql security definer set search_path to '' as $$ begin end $$;
revoke all on function pgbouncer.get_auth(text) from public;
grant execute on function pgbouncer.get_auth(text) to pgbouncer;
create function extensions.grant_pg_cron_access() returns event_trigger language plpgsql as $$ begin end $$;
create function extensions.grant_pg_graphql_access() returns event_trigger language plpgsql as $$ begin end $$;
create function extensions.grant_pg_net_access() returns event_trigger language plpgsql as $$ begin end $$;
create function extensions.pgrst_ddl_watch() returns event_trigger language plpgsql as $$ begin end $$;
create function extensions.pgrst_drop_watch() returns event_trigger language plpgsql as $$ begin end $$;
create function extensions.set_graphql_placeholder() returns event_trigger language plpgsql as $$ begin end $$;

reset role;
create publication supabase_realtime with (publish = 'insert, update, delete, truncate');
create publication supabase_realtime_messages_publication for table realtime.messages;
alter publication supabase_realtime_messages_publication owner to supabase_admin;
