-- Reports that installations one tier below have sent (docs/adr/0043).
CREATE TABLE tier_sender (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area       text NOT NULL UNIQUE,
  name       text NOT NULL,
  token_hash text UNIQUE,
  active     boolean NOT NULL
);
COMMENT ON COLUMN tier_sender.token_hash IS 'SHA-256 of what it shows; null until one was given out';
SELECT guard_by_area('tier_sender', 'area');

CREATE TABLE tier_sender_key (
  sender_id  bigint NOT NULL REFERENCES tier_sender,
  key_id     text NOT NULL,
  public_key bytea NOT NULL,
  PRIMARY KEY (sender_id, key_id)
);
COMMENT ON TABLE tier_sender_key IS 'Public halves of the keys with which it seals, as its administrator has told them';
SELECT guard_by_parent('tier_sender_key', 'sender_id', 'tier_sender');

CREATE TABLE received_report (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  receipt_id  text NOT NULL UNIQUE,
  area        text NOT NULL,
  election    text NOT NULL,
  round       text NOT NULL,
  slot        text NOT NULL,
  version     int NOT NULL CHECK (version > 0),
  code        text NOT NULL,
  snapshot    text NOT NULL,
  digest      text NOT NULL,
  statement   text NOT NULL,
  signature   bytea NOT NULL,
  key_id      text NOT NULL,
  slot_due_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  CHECK (digest = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex')),
  UNIQUE (area, election, round, slot, version),
  UNIQUE (area, code)
);
COMMENT ON COLUMN received_report.snapshot IS 'To the byte as it came';
SELECT guard_by_area('received_report', 'area');

-- Of which received reports the installation's own is made.
CREATE TABLE tier_report_received (
  report_id   bigint NOT NULL REFERENCES tier_report,
  received_id bigint NOT NULL REFERENCES received_report,
  PRIMARY KEY (report_id, received_id)
);
SELECT guard_by_parent('tier_report_received', 'report_id', 'tier_report');

DO $$
DECLARE
  facts text;
BEGIN
  FOREACH facts IN ARRAY ARRAY['received_report', 'tier_report_received'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM ${appRole}', facts);
    EXECUTE format('CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION stays_as_it_is()', facts);
    EXECUTE format('CREATE TRIGGER stays_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is()', facts);
  END LOOP;
END $$;
SELECT keep_witness('received_report', 'id', 'r.area');

ALTER TABLE tier_case DROP CONSTRAINT tier_case_level_check, ADD CONSTRAINT tier_case_level_check CHECK (level IN ('DISTRICT', 'REGENCY', 'PROVINCE'));
ALTER TABLE tier_report DROP CONSTRAINT tier_report_level_check, ADD CONSTRAINT tier_report_level_check CHECK (level IN ('DISTRICT', 'REGENCY', 'PROVINCE'));
