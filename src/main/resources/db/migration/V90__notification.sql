CREATE TABLE broadcast (
  id         uuid PRIMARY KEY,
  area       text NOT NULL,
  roles      text NOT NULL,
  title      text NOT NULL,
  body       text NOT NULL,
  urgent     boolean NOT NULL,
  sender_id  bigint NOT NULL REFERENCES staff_member,
  recipients int NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN broadcast.roles IS 'Role codes, separated by commas';
CREATE INDEX broadcast_sender ON broadcast (sender_id, created_at);

-- One row for each recipient of an occasion: the inbox of a staff member, and what the desk sees of its fate.
CREATE TABLE message (
  id           uuid PRIMARY KEY,
  occasion     text NOT NULL,
  recipient    text NOT NULL,
  staff_id     bigint REFERENCES staff_member,
  contact      text,
  template     text NOT NULL,
  area         text NOT NULL,
  urgent       boolean NOT NULL,
  link         text,
  subject      text NOT NULL,
  short_text   text NOT NULL,
  long_text    text NOT NULL,
  broadcast_id uuid REFERENCES broadcast,
  state        text NOT NULL CHECK (state IN ('PENDING', 'SENT', 'DELIVERED', 'NOT_DELIVERED')),
  created_at   timestamptz NOT NULL DEFAULT now(),
  read_at      timestamptz,
  UNIQUE (occasion, recipient),
  CHECK ((staff_id IS NULL) <> (contact IS NULL))
);
COMMENT ON COLUMN message.occasion IS 'What it is about: one occasion is told to one recipient once';
CREATE INDEX message_inbox ON message (staff_id, created_at DESC, id);
CREATE INDEX message_unread ON message (staff_id) WHERE read_at IS NULL;
CREATE INDEX message_state ON message (state, created_at DESC);
CREATE INDEX message_broadcast ON message (broadcast_id) WHERE broadcast_id IS NOT NULL;

CREATE TABLE message_attachment (
  message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
  position   int NOT NULL,
  name       text NOT NULL,
  media_type text NOT NULL,
  content    bytea NOT NULL,
  PRIMARY KEY (message_id, position)
);

-- The outbox: one row for each channel of a message.
CREATE TABLE message_delivery (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id      uuid NOT NULL REFERENCES message ON DELETE CASCADE,
  position        int NOT NULL,
  channel         text NOT NULL,
  address         text NOT NULL,
  urgent          boolean NOT NULL,
  state           text NOT NULL CHECK (state IN ('RESERVE', 'WAITING', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'CANCELLED')),
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  lease           uuid,
  lease_until     timestamptz,
  perhaps_taken   boolean NOT NULL DEFAULT false,
  repeated        boolean NOT NULL DEFAULT false,
  reference       text,
  reason          text,
  detail          text,
  changed_at      timestamptz,
  UNIQUE (message_id, channel)
);
COMMENT ON COLUMN message_delivery.lease IS 'Who sends it now; when lease_until has passed without an end, that worker died and nobody knows whether the message went out';
COMMENT ON COLUMN message_delivery.perhaps_taken IS 'An attempt ended without an answer: the next one is a repeat and says so';
CREATE INDEX message_delivery_open ON message_delivery (channel, urgent DESC, next_attempt_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX message_delivery_reference ON message_delivery (channel, reference) WHERE reference IS NOT NULL;

-- What features are still to be told about a message.
CREATE TABLE message_event (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id      uuid NOT NULL REFERENCES message ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('SENT', 'DELIVERED', 'NOT_DELIVERED')),
  channel         text NOT NULL,
  reason          text,
  at              timestamptz NOT NULL DEFAULT now(),
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now()
);

-- Delivery reports as gateways send them, also those that come before we know the reference.
CREATE TABLE message_receipt (
  channel   text NOT NULL,
  reference text NOT NULL,
  delivered boolean NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (channel, reference, delivered)
);
CREATE INDEX message_receipt_at ON message_receipt (at);

-- How somebody wants to be reached; without a row the installation's default holds.
CREATE TABLE message_preference (
  staff_id bigint NOT NULL REFERENCES staff_member,
  channel  text NOT NULL,
  position int NOT NULL,
  uses     text NOT NULL CHECK (uses IN ('ALWAYS', 'URGENT', 'NEVER')),
  PRIMARY KEY (staff_id, channel)
);
