CREATE TABLE election (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  date date NOT NULL,
  law  text NOT NULL CHECK (law IN ('PILKADA', 'PEMILU'))
);

CREATE TABLE race (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id   bigint NOT NULL REFERENCES election,
  code          text NOT NULL,
  name          text NOT NULL,
  region_code   text NOT NULL,
  pages_plano   int NOT NULL,
  pages_salinan int NOT NULL,
  UNIQUE (election_id, code)
);

CREATE TABLE candidate (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  race_id       bigint NOT NULL REFERENCES race,
  ballot_number int NOT NULL CHECK (ballot_number BETWEEN 1 AND 99),
  name          text NOT NULL,
  empty_column  boolean NOT NULL,
  colour        text,
  UNIQUE (race_id, ballot_number)
);

CREATE TABLE round (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id bigint NOT NULL REFERENCES election,
  code        text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('REGULAR', 'REVOTE', 'CONTINUED', 'POSTPONED', 'REHEARSAL')),
  phase       text NOT NULL CHECK (phase IN ('PREPARED', 'STARTED', 'COUNTING', 'CLOSED')),
  date        date,
  tps_codes   text[],
  started_at  timestamptz,
  UNIQUE (election_id, code)
);
COMMENT ON COLUMN round.date IS 'Its day of voting; null = the day of the election';
COMMENT ON COLUMN round.tps_codes IS 'The TPS of this round; null = every TPS of the election';

CREATE TABLE schedule_slot (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id           bigint NOT NULL REFERENCES round,
  slot               text NOT NULL,
  kind               text NOT NULL,
  opens_at           timestamptz NOT NULL,
  due_at             timestamptz NOT NULL,
  requires_signature boolean NOT NULL DEFAULT false,
  UNIQUE (round_id, kind, slot)
);

CREATE TABLE polling_station (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id   bigint NOT NULL REFERENCES election,
  code          text NOT NULL CHECK (code ~ '^[0-9]{13}$'),
  village_area  text NOT NULL,
  district_area text NOT NULL,
  number        int NOT NULL,
  address       text,
  lat           double precision,
  lng           double precision,
  UNIQUE (election_id, code)
);
CREATE INDEX polling_station_code ON polling_station (election_id, code COLLATE "C");
CREATE INDEX polling_station_village ON polling_station (election_id, village_area);
CREATE INDEX polling_station_district ON polling_station (election_id, district_area);

CREATE TABLE voter_list (
  race_id     bigint NOT NULL REFERENCES race,
  tps_code    text NOT NULL,
  male        int,
  female      int,
  total       int NOT NULL,
  PRIMARY KEY (race_id, tps_code)
);
