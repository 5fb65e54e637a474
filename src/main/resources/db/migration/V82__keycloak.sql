-- The account that a person has at Keycloak, and how far it follows the staff list. What Keycloak should know is what the staff list says: whatever differs from what it was
-- told is still to be done, so that no change can be lost.
CREATE TABLE staff_keycloak_account (
  staff_id         bigint PRIMARY KEY REFERENCES staff_member,
  keycloak_id      text UNIQUE,
  told             text,
  initial_password text,
  barred           boolean NOT NULL DEFAULT false,
  attempts         int NOT NULL DEFAULT 0,
  due_at           timestamptz NOT NULL DEFAULT now(),
  refusal          text,
  refused_for      text
);
COMMENT ON COLUMN staff_keycloak_account.told IS 'digest of what Keycloak was last told, see staff_keycloak_digest';
COMMENT ON COLUMN staff_keycloak_account.initial_password IS 'sealed; erased once Keycloak has it';
COMMENT ON COLUMN staff_keycloak_account.barred IS 'removed or disabled at Keycloak itself, although on the staff list';
COMMENT ON COLUMN staff_keycloak_account.due_at IS 'not before; also the lease of the node that is at work on it';
CREATE INDEX staff_keycloak_account_open ON staff_keycloak_account (staff_id) WHERE barred OR refusal IS NOT NULL;

CREATE FUNCTION staff_keycloak_digest(username text, name text, email text, active boolean) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT md5(concat_ws(E'\n', username, name, coalesce(email, ''), active::text)) $$;

-- Which session at Keycloak a session of ours came from; goes with it.
CREATE TABLE staff_keycloak_session (
  token_hash text PRIMARY KEY REFERENCES staff_session ON DELETE CASCADE,
  subject    text NOT NULL,
  sid        text,
  id_token   text NOT NULL
);
CREATE INDEX staff_keycloak_session_subject ON staff_keycloak_session (subject);
CREATE INDEX staff_keycloak_session_sid ON staff_keycloak_session (sid);

-- One node at a time looks after the accounts.
CREATE TABLE staff_keycloak_sweep (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  at  timestamptz NOT NULL
);

-- The signing keys of Keycloak as last seen, for a node that starts while Keycloak is away.
CREATE TABLE staff_keycloak_keys (
  address text PRIMARY KEY,
  keys    text NOT NULL,
  seen_at timestamptz NOT NULL
);

SELECT guard_by_parent('staff_keycloak_account', 'staff_id', 'staff_member');
SELECT guard_for_system('staff_keycloak_session');
