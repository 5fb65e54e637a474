-- Runs once, when the database volume is new. Keycloak has a database of its own, which the application cannot reach.
\set keycloak_password ''
\getenv keycloak_password DESK_KEYCLOAK_DB_PASSWORD
SELECT '' = :'keycloak_password' AS password_missing \gset
\if :password_missing
  DO $$ BEGIN RAISE EXCEPTION 'Set DESK_KEYCLOAK_DB_PASSWORD (see .env.example)'; END $$;
\endif

CREATE ROLE keycloak LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'keycloak_password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
