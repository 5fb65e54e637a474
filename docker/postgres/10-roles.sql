-- Runs once, when the database volume is new. Two roles: the owner runs the migrations; the application owns nothing
-- and cannot bypass row-level security, so a fault in the application cannot lift the territory limits.
\set owner_password ''
\set app_password ''
\getenv owner_password DESK_DB_OWNER_PASSWORD
\getenv app_password DESK_DB_APP_PASSWORD
SELECT '' IN (:'owner_password', :'app_password') AS password_missing \gset
\if :password_missing
  DO $$ BEGIN RAISE EXCEPTION 'Set DESK_DB_OWNER_PASSWORD and DESK_DB_APP_PASSWORD (see .env.example)'; END $$;
\endif

CREATE ROLE desk_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE desk_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app_password';

SELECT current_database() AS database \gset
ALTER DATABASE :"database" OWNER TO desk_owner;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO desk_app;

-- Schema public holds the engine's tables, schema desk (made by the migrations) our own.
ALTER SCHEMA public OWNER TO desk_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO desk_app;
ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner GRANT USAGE ON SCHEMAS TO desk_app;
ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO desk_app;
ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner GRANT USAGE, SELECT ON SEQUENCES TO desk_app;
