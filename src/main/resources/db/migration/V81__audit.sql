-- Who did what, when, from where. Inserted in the transaction of the act, without waiting for anybody; linked to its district's chain a moment later.
CREATE TABLE audit_entry (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  action      text NOT NULL,
  object      text,
  area        text NOT NULL,
  staff_id    bigint,
  username    text,
  work        text,
  channel     text NOT NULL CHECK (channel IN ('SESSION', 'BEARER', 'BASIC', 'WEBAPP', 'BACKGROUND', 'DATABASE')),
  address     text,
  user_agent  text,
  request_id  text,
  route       text,
  outcome     text NOT NULL DEFAULT 'DONE' CHECK (outcome IN ('DONE', 'REFUSED', 'FAILED')),
  details     jsonb NOT NULL DEFAULT '{}',
  inserted_by text NOT NULL DEFAULT session_user,
  salt        bytea,
  digest      bytea NOT NULL
);
COMMENT ON COLUMN audit_entry.area IS 'Digits of the place it is about; its first six are the district whose chain the entry joins, a regency has its own';
COMMENT ON COLUMN audit_entry.inserted_by IS 'Database role that wrote the entry: another one than the application''s is a forger or a migration';
COMMENT ON COLUMN audit_entry.digest IS 'SHA-256 of salt and content; personal columns and salt are erased when their time is over';
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_staff ON audit_entry (staff_id, seq);
CREATE INDEX audit_entry_row ON audit_entry (action, object) WHERE channel = 'DATABASE';
REVOKE UPDATE, DELETE ON audit_entry FROM ${appRole};

CREATE TABLE audit_head (
  district_area text PRIMARY KEY,
  length        bigint NOT NULL,
  hash          bytea NOT NULL
);

CREATE TABLE audit_link (
  entry_id      uuid PRIMARY KEY REFERENCES audit_entry,
  district_area text NOT NULL,
  position      bigint NOT NULL,
  hash          bytea NOT NULL,
  linked_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (district_area, position)
);
REVOKE UPDATE, DELETE ON audit_link FROM ${appRole};

CREATE TABLE audit_seal (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  through_seq bigint NOT NULL
);

-- Each value with its length in bytes before it, so that no two lists of values are written the same; -1 stands for no value.
CREATE FUNCTION counted(VARIADIC texts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(coalesce(octet_length(t)::text, '-1') || ':' || coalesce(t, ''), '' ORDER BY n) FROM unnest(texts) WITH ORDINALITY AS u(t, n)
$$;

CREATE FUNCTION audit_digest(e audit_entry) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE SET search_path = desk AS $$
  SELECT sha256(e.salt || convert_to(counted(
    e.id::text, (extract(epoch FROM e.at) * 1000000)::bigint::text, e.action, e.object, e.area, e.staff_id::text, e.username, e.work, e.channel,
    e.address, e.user_agent, e.request_id, e.route, e.outcome, e.details::text, e.inserted_by), 'UTF8'))
$$;

CREATE FUNCTION audit_entry_digest() RETURNS trigger LANGUAGE plpgsql SET search_path = desk AS $$
BEGIN
  NEW.inserted_by := session_user;
  NEW.salt := uuid_send(gen_random_uuid());
  NEW.digest := audit_digest(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_digest BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_digest();

-- Rows that are facts for ever: the trail keeps a digest of each, so that a later change of the row shows. Columns without a value do not count, so that one can be added.
CREATE FUNCTION row_digest(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = desk AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(counted(key, value::text), '' ORDER BY key COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM jsonb_each(content) WHERE value <> 'null'
$$;
