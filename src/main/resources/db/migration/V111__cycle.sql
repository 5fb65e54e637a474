-- Where a round is: when it came to each stage.
CREATE TABLE round_stage (
  round_id   bigint NOT NULL REFERENCES round,
  stage      text NOT NULL CHECK (stage IN ('PREPARATION', 'READINESS', 'VOTING', 'COUNTING', 'REPORTING', 'CLOSED')),
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, stage)
);

-- Which slots of the day of voting were opened, and whether all work of a slot stands. By name, for a changed schedule writes its slots anew.
CREATE TABLE voting_slot_opening (
  round_id  bigint NOT NULL REFERENCES round,
  slot      text NOT NULL,
  opened_at timestamptz NOT NULL,
  complete  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (round_id, slot)
);

-- What the desk reported or confirmed in a task of the round, with the figures as they stood.
CREATE TABLE round_record (
  id             uuid PRIMARY KEY,
  round_id       bigint NOT NULL REFERENCES round,
  task           text NOT NULL,
  note           text,
  figures        jsonb NOT NULL,
  recorded_by_id bigint NOT NULL,
  recorded_at    timestamptz NOT NULL
);
CREATE INDEX round_record_round ON round_record (round_id);

-- Decisions of KPU as the desk recorded them: content is what was understood, request what was sent, by which the same one sent again is recognised.
CREATE TABLE kpu_decision (
  id             uuid PRIMARY KEY,
  round_id       bigint NOT NULL REFERENCES round,
  kind           text NOT NULL CHECK (kind IN ('REVOTE', 'CONTINUED', 'POSTPONED', 'EXTENSION')),
  number         text NOT NULL,
  issued_on      date NOT NULL,
  content        jsonb NOT NULL,
  request        jsonb NOT NULL,
  opened_round   bigint REFERENCES round,
  recorded_by_id bigint NOT NULL,
  recorded_at    timestamptz NOT NULL,
  UNIQUE (round_id, number)
);
COMMENT ON COLUMN kpu_decision.opened_round IS 'The round that the decision opened; null for an extension of hours';

-- A round that a decision opened is no longer a matter of set-up.
ALTER TABLE round ADD COLUMN decided boolean NOT NULL DEFAULT false;

-- Why a schedule was changed while its round ran.
CREATE TABLE schedule_change (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id       bigint NOT NULL REFERENCES round,
  reason         text NOT NULL,
  recorded_by_id bigint NOT NULL,
  recorded_at    timestamptz NOT NULL
);
CREATE INDEX schedule_change_round ON schedule_change (round_id);
