-- Due times that hold for one TPS instead of the schedule's (docs/adr/0023). They outlive every later preparation of the round.
CREATE TABLE own_due_time (
  round_id bigint NOT NULL,
  kind     text NOT NULL,
  slot     text NOT NULL,
  tps_code text NOT NULL,
  due_at   timestamptz NOT NULL,
  PRIMARY KEY (round_id, kind, slot, tps_code)
);
SELECT guard_by_area('own_due_time', 'tps_code');

-- What was last reported about the signal at a TPS.
CREATE TABLE tps_connectivity (
  round_id     bigint NOT NULL,
  tps_code     text NOT NULL,
  connectivity text NOT NULL CHECK (connectivity IN ('GOOD', 'WEAK', 'NONE')),
  reported_at  timestamptz NOT NULL,
  PRIMARY KEY (round_id, tps_code)
);
CREATE INDEX tps_connectivity_none ON tps_connectivity (round_id, tps_code) WHERE connectivity = 'NONE';
SELECT guard_by_area('tps_connectivity', 'tps_code');

-- How a TPS without signal reports. Every change is a new version; the highest one holds.
CREATE TABLE offline_plan (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id       bigint NOT NULL,
  tps_code       text NOT NULL CHECK (tps_code ~ '^[0-9]{13}$'),
  version        int NOT NULL,
  channel        text NOT NULL CHECK (channel IN ('SMS', 'SIGNAL_POINT', 'COURIER')),
  person_name    text NOT NULL,
  person_phone   text NOT NULL,
  times          text[] NOT NULL CHECK (cardinality(times) > 0),
  signal_point   text,
  lat            double precision,
  lng            double precision,
  due_times      jsonb NOT NULL DEFAULT '[]',
  remarks        text,
  recorded_by_id bigint NOT NULL,
  recorded_at    timestamptz NOT NULL,
  UNIQUE (round_id, tps_code, version)
);
COMMENT ON COLUMN offline_plan.times IS 'Times of day, HH:mm in the zone of the installation, at which the person passes reports on';
COMMENT ON COLUMN offline_plan.due_times IS 'The own due times of this version: [{kind, slot, dueAt}]';
SELECT guard_by_area('offline_plan', 'tps_code');

-- Paper forms that have reached somebody; the report itself is still to be typed in.
CREATE TABLE paper_receipt (
  round_id       bigint NOT NULL,
  tps_code       text NOT NULL,
  kind           text NOT NULL,
  slot           text NOT NULL,
  race_id        bigint NOT NULL DEFAULT 0,
  received_by_id bigint NOT NULL,
  received_at    timestamptz NOT NULL,
  PRIMARY KEY (round_id, tps_code, kind, slot, race_id)
);
SELECT guard_by_area('paper_receipt', 'tps_code');

-- Visits of leaders to TPS that are remote or tense.
CREATE TABLE leader_visit (
  id            uuid PRIMARY KEY,
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  leader_id     bigint NOT NULL,
  due_at        timestamptz NOT NULL,
  timed         boolean NOT NULL,
  reason        text,
  state         text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'VISITED', 'CANCELLED')),
  report_id     uuid REFERENCES field_report,
  answer        text CHECK (answer IN ('VISITED', 'LATER', 'NOT_COMING')),
  answer_text   text,
  planned_by_id bigint NOT NULL,
  planned_at    timestamptz NOT NULL,
  closed_at     timestamptz
);
COMMENT ON COLUMN leader_visit.timed IS 'A time of day was agreed; otherwise the visit is due on the day of voting and moves with it';
COMMENT ON COLUMN leader_visit.answer IS 'What the leader told the desk that asked';
CREATE INDEX leader_visit_round ON leader_visit (round_id, state, due_at);
CREATE INDEX leader_visit_leader ON leader_visit (leader_id, state);
CREATE UNIQUE INDEX leader_visit_once ON leader_visit (round_id, tps_code, leader_id) WHERE state = 'PLANNED';
SELECT guard_by_area('leader_visit', 'tps_code');
