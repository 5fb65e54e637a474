-- Which keys sealed values in this database have (docs/adr/0025). An application that lacks one of them does not start.
CREATE TABLE sealing_key (
  key_id text PRIMARY KEY,
  since  timestamptz NOT NULL DEFAULT now()
);

-- A puskesmas area is named by the officers that belong to it.
CREATE TABLE puskesmas (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id bigint NOT NULL,
  name        text NOT NULL,
  area        text NOT NULL
);
COMMENT ON COLUMN puskesmas.area IS 'Digits of the district, or of the regency, that holds all its officers';
CREATE UNIQUE INDEX puskesmas_name ON puskesmas (election_id, lower(name));

-- Officers of the election: as little of them as screening and calling need.
CREATE TABLE officer (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id  bigint NOT NULL,
  code         text NOT NULL,
  name         text NOT NULL,
  duty         text NOT NULL CHECK (duty IN ('KPPS', 'PPS', 'PPK', 'LINMAS', 'PTPS')),
  area         text NOT NULL,
  phone        text,
  puskesmas_id bigint NOT NULL REFERENCES puskesmas,
  active       boolean NOT NULL DEFAULT true,
  UNIQUE (election_id, code)
);
COMMENT ON COLUMN officer.area IS 'Digits of the TPS, village or district where they work';
CREATE INDEX officer_puskesmas ON officer (puskesmas_id, area, code);
CREATE INDEX officer_area ON officer (area text_pattern_ops);
SELECT guard_by_area('officer', 'area');

-- Specific personal data under UU 27/2022: day, result, insurance and follow-up lie sealed in one value of constant length. No diagnosis has a place here.
CREATE TABLE officer_screening (
  officer_id bigint PRIMARY KEY REFERENCES officer ON DELETE CASCADE,
  key_id     text NOT NULL REFERENCES sealing_key,
  sealed     bytea NOT NULL
);
CREATE INDEX officer_screening_key ON officer_screening (key_id);
SELECT guard_by_parent('officer_screening', 'officer_id', 'officer');

-- For which puskesmas areas a round has opened its screening.
CREATE TABLE screening_opening (
  round_id     bigint NOT NULL,
  puskesmas_id bigint NOT NULL REFERENCES puskesmas,
  PRIMARY KEY (round_id, puskesmas_id)
);

-- The day on which an election's screenings and officers are erased, where somebody has set another than the default.
CREATE TABLE screening_deletion (
  election_id bigint PRIMARY KEY,
  erase_on    date NOT NULL,
  set_by      bigint NOT NULL
);

-- On the day: since when the officers of a TPS are on duty, and how they are. About the TPS, never about a named officer.
CREATE TABLE duty_checkin (
  id            uuid PRIMARY KEY,
  seq           bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  on_duty_since timestamptz,
  condition     text NOT NULL CHECK (condition IN ('HEALTHY', 'TIRED', 'MILDLY_ILL', 'NEEDS_AMBULANCE')),
  reporter_id   bigint NOT NULL,
  at            timestamptz NOT NULL
);
CREATE INDEX duty_checkin_tps ON duty_checkin (round_id, tps_code, seq DESC);
SELECT guard_by_area('duty_checkin', 'tps_code');

-- Which shifts were signalled as too long; one row per TPS, so that two nodes signal a shift once.
CREATE TABLE duty_overtime (
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  on_duty_since timestamptz NOT NULL,
  signalled_at  timestamptz NOT NULL,
  PRIMARY KEY (round_id, tps_code)
);
SELECT guard_by_area('duty_overtime', 'tps_code');
