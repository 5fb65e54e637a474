CREATE TABLE expected_report (
  round_id      bigint NOT NULL,
  kind          text NOT NULL,
  slot          text NOT NULL DEFAULT '',
  race_id       bigint NOT NULL DEFAULT 0,
  tps_code      text NOT NULL,
  village_area  text NOT NULL,
  district_area text NOT NULL,
  due_at        timestamptz NOT NULL,
  state         text NOT NULL DEFAULT 'MISSING' CHECK (state IN ('MISSING', 'RECEIVED', 'LATE', 'EXCUSED')),
  received_at   timestamptz,
  excuse        text,
  excused_by    bigint,
  PRIMARY KEY (round_id, kind, slot, race_id, tps_code)
);
CREATE INDEX expected_report_area ON expected_report (round_id, kind, slot, race_id, district_area, state);
