-- To whom reports of the tiers go, and what became of each (docs/adr/0043).
CREATE TABLE tier_recipient (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area         text NOT NULL,
  name         text NOT NULL,
  way          text NOT NULL CHECK (way IN ('EMAIL', 'INTAKE')),
  address      text NOT NULL,
  slots        text NOT NULL DEFAULT '',
  active       boolean NOT NULL,
  token_sealed bytea,
  sealed_with  text,
  UNIQUE (area, name),
  CHECK ((token_sealed IS NULL) = (sealed_with IS NULL))
);
COMMENT ON COLUMN tier_recipient.address IS 'An e-mail address, or where the installation one tier up is reached';
COMMENT ON COLUMN tier_recipient.slots IS 'Names of the slots it is sent, separated by commas; empty: all';
COMMENT ON COLUMN tier_recipient.token_sealed IS 'What this installation shows the one above; kept sealed, because it has to be shown again';
SELECT guard_by_area('tier_recipient', 'area');

CREATE TABLE tier_delivery (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id       bigint NOT NULL REFERENCES tier_report,
  recipient_id    bigint NOT NULL REFERENCES tier_recipient,
  area            text NOT NULL,
  recipient       text NOT NULL,
  way             text NOT NULL,
  state           text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'RECEIVED', 'FAILED', 'SUPERSEDED')),
  attempts        int NOT NULL DEFAULT 0,
  round_of_tries  int NOT NULL DEFAULT 1,
  next_attempt_at timestamptz NOT NULL,
  reason          text,
  detail          text,
  message_id      uuid,
  sent_at         timestamptz,
  receipt_id      text,
  received_at     timestamptz,
  received_via    text CHECK (received_via IN ('INTAKE', 'LINK', 'DESK')),
  received_by     text,
  asked           int NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  UNIQUE (report_id, recipient_id),
  CHECK ((state = 'RECEIVED') = (received_at IS NOT NULL))
);
COMMENT ON COLUMN tier_delivery.recipient IS 'Its name when the report was settled';
COMMENT ON COLUMN tier_delivery.state IS 'WAITING: to be sent, or again after a while; SENT: the receipt is awaited; FAILED: the desk decides; SUPERSEDED: a later version went instead';
COMMENT ON COLUMN tier_delivery.round_of_tries IS 'One more each time somebody has it sent again; attempts count within it';
CREATE INDEX tier_delivery_open ON tier_delivery (recipient_id) WHERE state IN ('WAITING', 'SENT', 'FAILED');
SELECT guard_by_area('tier_delivery', 'area');
REVOKE DELETE ON tier_delivery FROM ${appRole};

CREATE TABLE tier_delivery_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id bigint NOT NULL REFERENCES tier_delivery,
  step        text NOT NULL CHECK (step IN ('SENT', 'AGAIN', 'FAILED', 'RECEIVED', 'ASKED', 'RESENT', 'SUPERSEDED')),
  detail      text,
  actor_name  text,
  at          timestamptz NOT NULL
);
CREATE INDEX tier_delivery_step_delivery ON tier_delivery_step (delivery_id, id);
SELECT guard_by_parent('tier_delivery_step', 'delivery_id', 'tier_delivery');
REVOKE UPDATE, DELETE ON tier_delivery_step FROM ${appRole};
