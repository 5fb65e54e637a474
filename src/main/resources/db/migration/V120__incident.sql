-- Incidents: what happened, who reported it, who was sent, and everything that was done about it.
CREATE TABLE incident (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id        bigint NOT NULL,
  tps_code        text,
  area            text NOT NULL,
  category        text NOT NULL,
  severity        int NOT NULL CHECK (severity BETWEEN 1 AND 4),
  description     text NOT NULL,
  people_hurt     boolean NOT NULL DEFAULT false,
  voting_halted   boolean NOT NULL DEFAULT false,
  needs_ambulance boolean NOT NULL DEFAULT false,
  lat             double precision,
  lng             double precision,
  place_doubtful  boolean NOT NULL DEFAULT false,
  origin          text NOT NULL,
  reporter_id     bigint,
  observed_at     timestamptz NOT NULL,
  reported_at     timestamptz NOT NULL,
  state           text NOT NULL CHECK (state IN ('REPORTED', 'HANDLING', 'CLOSED', 'REJECTED', 'MERGED')),
  run             int NOT NULL DEFAULT 1,
  open_dispatches int NOT NULL DEFAULT 0 CHECK (open_dispatches >= 0),
  triage_by       timestamptz NOT NULL,
  merged_into     bigint REFERENCES incident,
  outcome         text,
  hurt_count      int CHECK (hurt_count BETWEEN 0 AND 99999),
  voting_resumed_at timestamptz,
  ended_at        timestamptz,
  CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
  CHECK ((state IN ('CLOSED', 'REJECTED', 'MERGED')) = (ended_at IS NOT NULL))
);
COMMENT ON COLUMN incident.area IS 'Digits of the TPS or region';
COMMENT ON COLUMN incident.severity IS '4 = life in danger';
COMMENT ON COLUMN incident.place_doubtful IS 'The location lies outside the regency or far from the TPS it is told for';
COMMENT ON COLUMN incident.run IS 'Grows when the incident is reopened; each run is an instance of the process';
COMMENT ON COLUMN incident.open_dispatches IS 'Agencies that are still at it; whoever brings it to 0 tells the process';
CREATE INDEX incident_list ON incident (round_id, reported_at DESC, id DESC);
CREATE INDEX incident_alike ON incident (round_id, category, reported_at) WHERE state IN ('REPORTED', 'HANDLING');
CREATE INDEX incident_area ON incident (area text_pattern_ops);

CREATE TABLE incident_report (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id   bigint NOT NULL REFERENCES incident,
  source_id     uuid NOT NULL UNIQUE,
  source        text NOT NULL,
  reporter_id   bigint,
  entered_by_id bigint,
  caller        text,
  description   text NOT NULL,
  photos        text[] NOT NULL DEFAULT '{}',
  at            timestamptz NOT NULL
);
COMMENT ON COLUMN incident_report.source_id IS 'Field report, signal, or the id that the desk''s form gave: one report becomes one row, however often it is handed over';
CREATE INDEX incident_report_incident ON incident_report (incident_id, id);

CREATE TABLE incident_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id bigint NOT NULL REFERENCES incident,
  dispatch_id bigint,
  step        text NOT NULL,
  detail      text,
  channel     text,
  actor_id    bigint,
  who         text,
  message_id  uuid,
  at          timestamptz NOT NULL
);
COMMENT ON COLUMN incident_step.who IS 'Name of who did it where that is nobody of the staff list, e.g. the contact of a link';
CREATE INDEX incident_step_incident ON incident_step (incident_id, id);

CREATE TABLE response_target (
  severity            int PRIMARY KEY CHECK (severity BETWEEN 1 AND 4),
  triage_seconds      int NOT NULL CHECK (triage_seconds BETWEEN 30 AND 86400),
  acknowledge_seconds int CHECK (acknowledge_seconds BETWEEN 30 AND 86400),
  step_seconds        int NOT NULL CHECK (step_seconds BETWEEN 15 AND 86400)
);
COMMENT ON COLUMN response_target.acknowledge_seconds IS 'How long an agency has to confirm; null: until the end of the day';
COMMENT ON COLUMN response_target.step_seconds IS 'How long the next contact, the desk and the leader are apart';
INSERT INTO response_target VALUES (4, 180, 300, 120), (3, 300, 900, 300), (2, 900, 3600, 900), (1, 3600, NULL, 3600);

ALTER TABLE incident_signal ADD COLUMN voting_halted boolean NOT NULL DEFAULT false, ADD COLUMN incident_id bigint;
CREATE INDEX incident_signal_loose ON incident_signal (kept_at, id) WHERE settled_at IS NULL AND incident_id IS NULL;
CREATE INDEX incident_signal_incident ON incident_signal (incident_id);

SELECT guard_by_area('incident', 'area');
SELECT guard_by_parent('incident_report', 'incident_id', 'incident');
SELECT guard_by_parent('incident_step', 'incident_id', 'incident');
