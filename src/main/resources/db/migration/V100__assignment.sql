-- A password from a printed letter is worth one thing: choosing one's own.
ALTER TABLE staff_account ADD COLUMN one_time boolean NOT NULL DEFAULT false;

-- Districts whose camat was asked once to name people for a round; its row orders what is changed at the same time.
CREATE TABLE assignment_district (
  round_id      bigint NOT NULL,
  district_area text NOT NULL,
  opened_at     timestamptz,
  PRIMARY KEY (round_id, district_area)
);
SELECT guard_by_area('assignment_district', 'district_area');

-- Who is named for which village (ten digits) or TPS (thirteen) in a round. Ended rows stay: who was in charge when is asked later.
CREATE TABLE assignment (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id      bigint NOT NULL,
  area          text NOT NULL CHECK (length(area) IN (10, 13)),
  village_area  text NOT NULL,
  district_area text NOT NULL,
  staff_id      bigint NOT NULL REFERENCES staff_member,
  sk_number     text,
  sk_date       date,
  begun_at      timestamptz NOT NULL,
  begun_by      bigint,
  replaces_id   bigint REFERENCES assignment,
  ended_at      timestamptz,
  ended_by      bigint,
  end_reason    text,
  trained_at    timestamptz,
  practised_at  timestamptz,
  letters       int NOT NULL DEFAULT 0,
  letter_at     timestamptz
);
COMMENT ON COLUMN assignment.letters IS 'How often the letter was printed; each print makes the secret of the one before worthless';
CREATE UNIQUE INDEX assignment_open ON assignment (round_id, area, staff_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX assignment_one_officer ON assignment (round_id, area) WHERE ended_at IS NULL AND length(area) = 13;
CREATE INDEX assignment_place ON assignment (round_id, district_area) WHERE ended_at IS NULL;
CREATE INDEX assignment_person ON assignment (staff_id) WHERE ended_at IS NULL;
SELECT guard_by_area('assignment', 'area');

-- Practice before the day. Never a field report: no ledger, no total and no process knows this table.
CREATE TABLE practice_report (
  id          uuid PRIMARY KEY,
  round_id    bigint NOT NULL,
  area        text NOT NULL,
  staff_id    bigint NOT NULL REFERENCES staff_member,
  answers     jsonb NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX practice_report_person ON practice_report (staff_id, round_id);
SELECT guard_by_area('practice_report', 'area');
