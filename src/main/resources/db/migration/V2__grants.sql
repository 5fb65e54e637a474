-- The application role uses the tables but owns none. What is append-only is narrowed further where the table is made.
GRANT USAGE ON SCHEMA public, desk TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA desk GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole};
ALTER DEFAULT PRIVILEGES IN SCHEMA desk GRANT USAGE, SELECT ON SEQUENCES TO ${appRole};

-- What changed, for live pages: each node polls it by key.
CREATE TABLE change (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  area  text NOT NULL,
  at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_at ON change (at);

-- One running case per process and subject: whoever loses the insert joins the case that is there.
CREATE TABLE work_case (
  process     text NOT NULL,
  subject     text NOT NULL,
  started_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (process, subject)
);

-- Who finished a task with what, so that the same answer sent again is recognised.
CREATE TABLE task_completion (
  task_id  text PRIMARY KEY,
  staff_id bigint NOT NULL,
  digest   bytea NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);
