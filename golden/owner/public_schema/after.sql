alter schema public owner to app_owner;
revoke usage on schema public from public;
