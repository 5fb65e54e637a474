-- What a district still owes of one slot and race: a counter beside the rows, so that whoever brings the last report knows it (docs/adr/0027).
CREATE TABLE report_wave (
  round_id      bigint NOT NULL,
  kind          text NOT NULL,
  slot          text NOT NULL,
  race_id       bigint NOT NULL DEFAULT 0,
  district_area text NOT NULL,
  missing       int NOT NULL DEFAULT 0 CHECK (missing >= 0),
  state         text NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'WAITING', 'CHASING', 'DONE')),
  looks_at      timestamptz,
  chased_at     timestamptz,
  instance_id   text,
  PRIMARY KEY (round_id, kind, slot, race_id, district_area)
);
COMMENT ON COLUMN report_wave.state IS 'NEW: no process yet; WAITING: for the deadline; CHASING: somebody is late and is called; DONE: its process has ended';
COMMENT ON COLUMN report_wave.looks_at IS 'When its process looks next, as its timer was last told';
COMMENT ON COLUMN report_wave.chased_at IS 'Since when somebody is called; the steps count from here';
SELECT guard_by_area('report_wave', 'district_area');

-- Rounds that run already. A race or slot without anything missing has nothing to count.
INSERT INTO report_wave (round_id, kind, slot, race_id, district_area, missing)
  SELECT e.round_id, e.kind, e.slot, e.race_id, e.district_area, count(*) FILTER (WHERE e.state = 'MISSING')
  FROM expected_report e GROUP BY 1, 2, 3, 4, 5;

-- Who is told when, per round and kind: seconds after the due time, negative before it.
CREATE TABLE late_step (
  round_id      bigint NOT NULL,
  kind          text NOT NULL,
  position      int NOT NULL,
  after_seconds bigint NOT NULL,
  addressee     text NOT NULL CHECK (addressee IN ('REPORTER', 'CAMAT', 'DESK', 'LEADER')),
  PRIMARY KEY (round_id, kind, position),
  UNIQUE (round_id, kind, addressee)
);

-- One digest for the leader on duty for each due time of a slot, whichever district asks for it first.
CREATE TABLE late_digest (
  round_id bigint NOT NULL,
  kind     text NOT NULL,
  slot     text NOT NULL,
  race_id  bigint NOT NULL,
  due_at   timestamptz NOT NULL,
  sent_at  timestamptz NOT NULL,
  PRIMARY KEY (round_id, kind, slot, race_id, due_at)
);

-- Who let which report off, and why; never deleted.
CREATE TABLE report_excuse (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id         bigint NOT NULL,
  kind             text NOT NULL,
  slot             text NOT NULL,
  race_id          bigint NOT NULL DEFAULT 0,
  tps_code         text NOT NULL,
  reason           text NOT NULL,
  excused_by_id    bigint NOT NULL REFERENCES staff_member,
  excused_at       timestamptz NOT NULL,
  withdrawn_by_id  bigint REFERENCES staff_member,
  withdrawn_at     timestamptz,
  withdrawn_reason text
);
CREATE UNIQUE INDEX report_excuse_holding ON report_excuse (round_id, kind, slot, race_id, tps_code) WHERE withdrawn_at IS NULL;
CREATE INDEX report_excuse_latest ON report_excuse (round_id, excused_at DESC);
REVOKE DELETE ON report_excuse FROM ${appRole};
SELECT guard_by_area('report_excuse', 'tps_code');

-- Why and by whom stands in report_excuse.
ALTER TABLE expected_report DROP COLUMN excuse, DROP COLUMN excused_by;
