CREATE TABLE staff_member (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username text NOT NULL UNIQUE CHECK (username = lower(username)),
  name     text NOT NULL,
  phone    text,
  email    text,
  nip      text,
  rank     text,
  position text,
  active   boolean NOT NULL DEFAULT true
);

CREATE TABLE staff_role (
  staff_id bigint NOT NULL REFERENCES staff_member,
  role     text NOT NULL,
  scope    text NOT NULL,
  area     text NOT NULL,
  PRIMARY KEY (staff_id, role, area)
);
CREATE INDEX staff_role_area ON staff_role (role, area);
CREATE INDEX staff_role_place ON staff_role (area text_pattern_ops);

-- How a person signs in with a password of ours; absent until a first secret exists.
CREATE TABLE staff_account (
  staff_id              bigint PRIMARY KEY REFERENCES staff_member,
  password_hash         text,
  initial_password      boolean NOT NULL DEFAULT false,
  failed_sign_ins       int NOT NULL DEFAULT 0,
  locked_until          timestamptz,
  reset_code_hash       text,
  reset_code_expires_at timestamptz,
  reset_code_failures   int NOT NULL DEFAULT 0
);

-- One session per sign-in, for cookies and bearer tokens alike; only the token's digest is kept.
CREATE TABLE staff_session (
  token_hash text PRIMARY KEY,
  staff_id   bigint NOT NULL REFERENCES staff_member,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX staff_session_staff ON staff_session (staff_id);
CREATE INDEX staff_session_expiry ON staff_session (expires_at);
