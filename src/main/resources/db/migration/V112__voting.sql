-- Every accepted report of the day, as it was read. The words written beside it stay in the ledger and in voting_state, where they can be erased.
CREATE TABLE voting_report (
  report_id          uuid PRIMARY KEY,
  seq                bigint NOT NULL,
  round_id           bigint NOT NULL,
  tps_code           text NOT NULL,
  slot               text NOT NULL,
  version            int NOT NULL,
  opened_at          timestamptz,
  closed_at          timestamptz,
  male               int,
  female             int,
  total              int,
  security           text CHECK (security IN ('CALM', 'ATTENTION', 'UNREST')),
  mobility           text CHECK (mobility IN ('LOW', 'NORMAL', 'HIGH')),
  queue              int,
  halted             boolean,
  officers_condition text CHECK (officers_condition IN ('HEALTHY', 'TIRED', 'MILDLY_ILL', 'NEEDS_AMBULANCE')),
  on_duty_since      timestamptz,
  with_remarks       boolean NOT NULL,
  below_earlier      boolean NOT NULL,
  source             text NOT NULL,
  reporter_id        bigint NOT NULL,
  entered_by_id      bigint NOT NULL,
  observed_at        timestamptz NOT NULL,
  recorded_at        timestamptz NOT NULL,
  UNIQUE (round_id, tps_code, slot, version)
);
CREATE INDEX voting_report_tps ON voting_report (round_id, tps_code, seq);
REVOKE UPDATE, DELETE ON voting_report FROM ${appRole};
SELECT guard_by_area('voting_report', 'tps_code');
SELECT keep_witness('voting_report', 'report_id', 'r.tps_code');

-- A TPS on the day, over all its reports; the row is also the lock under which they are taken.
CREATE TABLE voting_station (
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  village_area  text NOT NULL,
  district_area text NOT NULL,
  opened_at     timestamptz,
  opened_late   boolean NOT NULL DEFAULT false,
  closed_at     timestamptz,
  halted        boolean NOT NULL DEFAULT false,
  halted_since  timestamptz,
  security      text CHECK (security IN ('CALM', 'ATTENTION', 'UNREST')),
  security_at   timestamptz,
  turnout       int,
  turnout_male  int,
  turnout_female int,
  turnout_slot  text,
  held          boolean NOT NULL DEFAULT false,
  reported_at   timestamptz,
  PRIMARY KEY (round_id, tps_code)
);
COMMENT ON COLUMN voting_station.turnout IS 'Of the latest slot whose figure is not held: what every sum counts';
COMMENT ON COLUMN voting_station.held IS 'The figure of some slot has to be looked at and counts nowhere until it is corrected or confirmed';
CREATE INDEX voting_station_village ON voting_station (round_id, village_area);
CREATE INDEX voting_station_district ON voting_station (round_id, district_area);
SELECT guard_by_area('voting_station', 'district_area');

-- The figures of a TPS and slot that hold: of each, what the latest version in the order of the ledger says.
CREATE TABLE voting_state (
  round_id           bigint NOT NULL,
  tps_code           text NOT NULL,
  slot               text NOT NULL,
  district_area      text NOT NULL,
  village_area       text NOT NULL,
  version            int NOT NULL,
  opened_at          timestamptz,
  closed_at          timestamptz,
  male               int,
  female             int,
  total              int,
  security           text,
  mobility           text,
  queue              int,
  halted             boolean,
  officers_condition text,
  on_duty_since      timestamptz,
  held               boolean NOT NULL DEFAULT false,
  below_earlier      boolean NOT NULL DEFAULT false,
  remarks            text,
  remarks_report_id  uuid,
  source             text NOT NULL,
  reporter_id        bigint NOT NULL,
  observed_at        timestamptz NOT NULL,
  recorded_at        timestamptz NOT NULL,
  PRIMARY KEY (round_id, tps_code, slot)
);
COMMENT ON COLUMN voting_state.held IS 'The turnout is above the voter list (or the legal size) x 1.1 and nobody has confirmed it';
COMMENT ON COLUMN voting_state.below_earlier IS 'The turnout lies below that of an earlier slot, with a reason in the remarks';
CREATE INDEX voting_state_slot ON voting_state (round_id, slot, village_area);
CREATE INDEX voting_state_remarks ON voting_state (remarks_report_id);
SELECT guard_by_area('voting_state', 'district_area');

-- Somebody at the desk has asked and says that a held figure is right.
CREATE TABLE voting_confirmation (
  id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id bigint NOT NULL,
  tps_code text NOT NULL,
  slot     text NOT NULL,
  total    int NOT NULL,
  reason   text NOT NULL,
  staff_id bigint NOT NULL,
  at       timestamptz NOT NULL
);
CREATE INDEX voting_confirmation_tps ON voting_confirmation (round_id, tps_code, at);
REVOKE UPDATE, DELETE ON voting_confirmation FROM ${appRole};
SELECT guard_by_area('voting_confirmation', 'tps_code');
SELECT keep_witness('voting_confirmation', 'id', 'r.tps_code');

-- The situation of a village or district in a slot: each version, and the one that holds.
CREATE TABLE situation_report (
  report_id     uuid PRIMARY KEY,
  seq           bigint NOT NULL,
  round_id      bigint NOT NULL,
  area          text NOT NULL,
  slot          text NOT NULL,
  version       int NOT NULL,
  security      text NOT NULL CHECK (security IN ('CALM', 'ATTENTION', 'UNREST')),
  weather       text CHECK (weather IN ('CLEAR', 'CLOUDY', 'RAIN', 'STORM', 'FLOOD')),
  power         text CHECK (power IN ('ON', 'PARTIAL', 'OFF')),
  source        text NOT NULL,
  reporter_id   bigint NOT NULL,
  entered_by_id bigint NOT NULL,
  observed_at   timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  UNIQUE (round_id, area, slot, version)
);
CREATE INDEX situation_report_area ON situation_report (round_id, area, seq);
REVOKE UPDATE, DELETE ON situation_report FROM ${appRole};
SELECT guard_by_area('situation_report', 'area');
SELECT keep_witness('situation_report', 'report_id', 'r.area');

CREATE TABLE situation (
  round_id    bigint NOT NULL,
  area        text NOT NULL,
  slot        text NOT NULL,
  seq         bigint NOT NULL,
  report_id   uuid NOT NULL,
  security    text NOT NULL,
  weather     text,
  power       text,
  remarks     text,
  reporter_id bigint NOT NULL,
  observed_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, area, slot)
);
CREATE INDEX situation_report_id ON situation (report_id);
SELECT guard_by_area('situation', 'area');

-- "Belum ada kabar": somebody looked for news of a TPS and there was none yet. The TPS stays missing.
CREATE TABLE no_news (
  round_id bigint NOT NULL,
  slot     text NOT NULL,
  tps_code text NOT NULL,
  noted_by bigint NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (round_id, slot, tps_code)
);
SELECT guard_by_area('no_news', 'tps_code');

-- The work of a village in a slot. The row is the lock under which its tasks are opened and finished.
CREATE TABLE voting_watch (
  round_id      bigint NOT NULL,
  slot          text NOT NULL,
  village_area  text NOT NULL,
  district_area text NOT NULL,
  state         text NOT NULL CHECK (state IN ('OPEN', 'COMPLETE', 'CLOSED')),
  closes_at     timestamptz NOT NULL,
  tps_of_officers text[] NOT NULL DEFAULT '{}',
  open_tasks    text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (round_id, slot, village_area)
);
COMMENT ON COLUMN voting_watch.tps_of_officers IS 'TPS whose own officers report; the village admins report the others';
COMMENT ON COLUMN voting_watch.open_tasks IS 'Whose task is open: the digits of the village, or a TPS of an officer';
CREATE INDEX voting_watch_open ON voting_watch (round_id, slot, village_area) WHERE state = 'OPEN';
SELECT guard_by_area('voting_watch', 'district_area');

-- What a report said goes with it.
CREATE FUNCTION forget_remarks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  UPDATE voting_state SET remarks = NULL WHERE remarks_report_id = NEW.id;
  UPDATE situation SET remarks = NULL WHERE report_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_remarks AFTER UPDATE OF payload ON field_report
  FOR EACH ROW WHEN (OLD.payload IS NOT NULL AND NEW.payload IS NULL) EXECUTE FUNCTION forget_remarks();

-- A report of the day may say since when officers are on duty and nothing of how they are.
ALTER TABLE duty_checkin ALTER COLUMN condition DROP NOT NULL;
