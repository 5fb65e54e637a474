CREATE TABLE field_report (
  id              uuid PRIMARY KEY,
  seq             bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind            text NOT NULL,
  round_id        bigint NOT NULL,
  race_id         bigint,
  tps_code        text,
  area            text NOT NULL,
  slot            text,
  stream          text NOT NULL,
  source          text NOT NULL,
  task_id         text,
  observed_at     timestamptz,
  received_at     timestamptz NOT NULL,
  reporter_id     bigint NOT NULL,
  entered_by_id   bigint NOT NULL,
  payload         text,
  salt            bytea,
  content_digest  bytea NOT NULL,
  receipt         text NOT NULL,
  state           text NOT NULL DEFAULT 'STORED' CHECK (state IN ('STORED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED')),
  reasons         text,
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  handled_at      timestamptz,
  parked          boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN field_report.area IS 'Digits of the TPS or region that is reported on; its first six are the district whose chain the report joins';
COMMENT ON COLUMN field_report.stream IS 'Reports of one stream are handled in the order of seq';
COMMENT ON COLUMN field_report.content_digest IS 'SHA-256 of salt and content; payload and salt can be erased under a tombstone';
CREATE INDEX field_report_open ON field_report (seq) WHERE state = 'STORED' AND NOT parked;
CREATE INDEX field_report_open_stream ON field_report (stream, seq) WHERE state = 'STORED' AND NOT parked;
CREATE INDEX field_report_parked ON field_report (seq) WHERE parked;
CREATE INDEX field_report_entered_by ON field_report (entered_by_id, seq);

-- What a report said is never changed: the application may only move its handling.
REVOKE UPDATE, DELETE ON field_report FROM ${appRole};
GRANT UPDATE (state, reasons, attempts, next_attempt_at, handled_at, parked) ON field_report TO ${appRole};

CREATE TABLE ledger_head (
  district_area text PRIMARY KEY,
  length        bigint NOT NULL,
  hash          bytea NOT NULL
);

CREATE TABLE ledger_link (
  report_id     uuid PRIMARY KEY REFERENCES field_report,
  district_area text NOT NULL,
  position      bigint NOT NULL,
  hash          bytea NOT NULL,
  linked_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (district_area, position)
);
REVOKE UPDATE, DELETE ON ledger_link FROM ${appRole};

-- Up to which seq every report is linked, so that the sealer need not look at the whole ledger.
CREATE TABLE ledger_seal (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  through_seq bigint NOT NULL
);

CREATE TABLE photo (
  sha256      text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type  text NOT NULL,
  width       int NOT NULL,
  height      int NOT NULL,
  original    bytea NOT NULL,
  cleaned     bytea NOT NULL,
  uploaded_by bigint NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE photo ALTER COLUMN original SET STORAGE EXTERNAL, ALTER COLUMN cleaned SET STORAGE EXTERNAL;
REVOKE UPDATE, DELETE ON photo FROM ${appRole};

CREATE TABLE photo_link (
  sha256    text NOT NULL,
  report_id uuid NOT NULL REFERENCES field_report,
  PRIMARY KEY (sha256, report_id)
);
REVOKE UPDATE, DELETE ON photo_link FROM ${appRole};
