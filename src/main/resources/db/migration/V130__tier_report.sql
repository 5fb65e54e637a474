-- Reports of the tiers (docs/adr/0038): snapshots that stay as they are, the persons who sealed them, and the work of a slot in a place.
CREATE TABLE tier_case (
  round_id bigint NOT NULL,
  slot     text NOT NULL,
  area     text NOT NULL,
  level    text NOT NULL CHECK (level IN ('DISTRICT', 'REGENCY')),
  state    text NOT NULL CHECK (state IN ('WAITING', 'CHECKING', 'SIGNING', 'SETTLED', 'UNSIGNED', 'WITHDRAWN')),
  due_at   timestamptz NOT NULL,
  PRIMARY KEY (round_id, slot, area)
);
COMMENT ON TABLE tier_case IS 'Where the report of a slot stands in a place; the row is the lock under which its process is told something';
COMMENT ON COLUMN tier_case.state IS 'WAITING: for its time, or one tier up for the tier below; CHECKING: the desk looks at it; SIGNING: it waits for its signature; SETTLED; UNSIGNED: the round ended before anybody signed; WITHDRAWN: the schedule no longer has the slot';
COMMENT ON COLUMN tier_case.due_at IS 'When its figures are to be frozen, as its timer was last told';
SELECT guard_by_area('tier_case', 'area');

CREATE TABLE tier_report (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code               text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$'),
  round_id           bigint NOT NULL,
  slot               text NOT NULL,
  area               text NOT NULL,
  level              text NOT NULL CHECK (level IN ('DISTRICT', 'REGENCY')),
  version            int NOT NULL CHECK (version > 0),
  cause              text NOT NULL CHECK (cause IN ('FIRST', 'CHECKED', 'RETURNED', 'CORRECTION')),
  reason             text,
  requires_signature boolean NOT NULL,
  slot_due_at        timestamptz NOT NULL,
  compiled_at        timestamptz NOT NULL,
  ledger_seq         bigint NOT NULL,
  snapshot           text NOT NULL,
  digest             text NOT NULL,
  changes            jsonb NOT NULL,
  CHECK (digest = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex')),
  UNIQUE (round_id, slot, area, version)
);
COMMENT ON COLUMN tier_report.code IS 'By which anybody may ask whether a report is genuine; says nothing and cannot be guessed';
COMMENT ON COLUMN tier_report.cause IS 'FIRST; CHECKED: compiled anew before it was signed; RETURNED by the tier above; CORRECTION after it was settled';
COMMENT ON COLUMN tier_report.snapshot IS 'Canonical JSON, to the byte what the digest is of';
COMMENT ON COLUMN tier_report.changes IS 'What is not as in the version before: [{what, old, new, why}]';
CREATE INDEX tier_report_list ON tier_report (round_id, slot_due_at DESC, area, version DESC);
SELECT guard_by_area('tier_report', 'area');

-- What the totals of a district report are made of: versions of forms and of reports of the day.
CREATE TABLE tier_report_source (
  report_id bigint NOT NULL REFERENCES tier_report,
  kind      text NOT NULL CHECK (kind IN ('C1', 'VOTING')),
  race_id   bigint NOT NULL,
  tps_code  text NOT NULL,
  version   int NOT NULL,
  counted   boolean NOT NULL,
  decided   boolean NOT NULL,
  PRIMARY KEY (report_id, kind, race_id, tps_code)
);
COMMENT ON COLUMN tier_report_source.counted IS 'Whether its figures are in the totals; those of what has to be looked at first are not';
COMMENT ON COLUMN tier_report_source.decided IS 'Of a form: whether a second person had compared it, so that it counts on both bases';
SELECT guard_by_parent('tier_report_source', 'report_id', 'tier_report');

-- Of which district reports a regency's is made.
CREATE TABLE tier_report_part (
  report_id bigint NOT NULL REFERENCES tier_report,
  part_id   bigint NOT NULL REFERENCES tier_report,
  PRIMARY KEY (report_id, part_id)
);
SELECT guard_by_parent('tier_report_part', 'report_id', 'tier_report');

CREATE TABLE tier_report_step (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id bigint NOT NULL REFERENCES tier_report,
  step      text NOT NULL CHECK (step IN ('COMPILED', 'SEALED', 'APPROVED', 'AUTOMATIC', 'CALLED', 'CHECKED', 'RETURNED', 'SENT_BACK', 'ATTACHED', 'CORRECTION_ASKED')),
  detail    text,
  actor_id  bigint,
  at        timestamptz NOT NULL
);
CREATE INDEX tier_report_step_report ON tier_report_step (report_id, id);
SELECT guard_by_parent('tier_report_step', 'report_id', 'tier_report');

-- The installation's keys. What a former key has signed is known for ever by its public half.
CREATE TABLE signing_key (
  key_id         text PRIMARY KEY,
  public_key     bytea NOT NULL,
  private_sealed bytea NOT NULL,
  sealed_with    text NOT NULL,
  made_at        timestamptz NOT NULL,
  retired_at     timestamptz
);
CREATE UNIQUE INDEX signing_key_current ON signing_key ((true)) WHERE retired_at IS NULL;
REVOKE DELETE ON signing_key FROM ${appRole};
SELECT guard_for_system('signing_key');

-- The signature of the installation over a report and, where a person has sealed it, over their approval.
CREATE TABLE tier_seal (
  report_id bigint PRIMARY KEY REFERENCES tier_report,
  statement text NOT NULL,
  signature bytea NOT NULL,
  key_id    text NOT NULL REFERENCES signing_key,
  signer_id bigint,
  signed_at timestamptz NOT NULL
);
COMMENT ON COLUMN tier_seal.statement IS 'Canonical JSON, to the byte what was signed: code and digest of the report, who, in which capacity, when, how signed in';
SELECT guard_by_parent('tier_seal', 'report_id', 'tier_report');

-- A signed scan or a PDF with a certified signature, beside the report.
CREATE TABLE tier_attachment (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id  bigint NOT NULL REFERENCES tier_report,
  kind       text NOT NULL CHECK (kind IN ('SCAN', 'CERTIFIED')),
  name       text NOT NULL,
  media_type text NOT NULL,
  sha256     text NOT NULL,
  content    bytea NOT NULL,
  added_by   bigint NOT NULL,
  added_at   timestamptz NOT NULL,
  UNIQUE (report_id, sha256),
  CHECK (sha256 = encode(sha256(content), 'hex'))
);
ALTER TABLE tier_attachment ALTER COLUMN content SET STORAGE EXTERNAL;
SELECT guard_by_parent('tier_attachment', 'report_id', 'tier_report');

-- Nothing of these is changed or taken away, by nobody.
CREATE FUNCTION stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE
  facts text;
BEGIN
  FOREACH facts IN ARRAY ARRAY['tier_report', 'tier_report_source', 'tier_report_part', 'tier_report_step', 'tier_seal', 'tier_attachment'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM ${appRole}', facts);
    EXECUTE format('CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION stays_as_it_is()', facts);
  END LOOP;
END $$;
SELECT keep_witness('tier_report', 'id', 'r.area');
SELECT keep_witness('tier_seal', 'report_id', '(SELECT t.area FROM tier_report t WHERE t.id = r.report_id)');
SELECT keep_witness('tier_attachment', 'id', '(SELECT t.area FROM tier_report t WHERE t.id = r.report_id)',
  $$jsonb_build_object('id', r.id, 'report_id', r.report_id, 'kind', r.kind, 'name', r.name, 'media_type', r.media_type, 'sha256', r.sha256, 'added_by', r.added_by, 'added_at', r.added_at)$$);
