-- SMS that come in through gateways (docs/adr/0058).
CREATE TABLE sms_gateway (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area             text NOT NULL,
  code             text NOT NULL UNIQUE,
  name             text NOT NULL,
  active           boolean NOT NULL,
  token_hash       text UNIQUE,
  token_in_address boolean NOT NULL DEFAULT false,
  from_field       text NOT NULL DEFAULT '',
  text_field       text NOT NULL DEFAULT '',
  id_field         text NOT NULL DEFAULT '',
  time_field       text NOT NULL DEFAULT ''
);
COMMENT ON COLUMN sms_gateway.token_hash IS 'SHA-256 of what it shows; null until one was given out';
COMMENT ON COLUMN sms_gateway.token_in_address IS 'For gateways that can send neither a header nor a field of their own';
COMMENT ON COLUMN sms_gateway.from_field IS 'Name or JSON pointer in what it sends; empty: the usual names';
SELECT guard_by_area('sms_gateway', 'area');

CREATE TABLE sms_message (
  id              uuid PRIMARY KEY,
  gateway_id      bigint NOT NULL REFERENCES sms_gateway,
  external_id     text NOT NULL,
  number          text NOT NULL,
  text            text NOT NULL CHECK (length(text) <= 1000),
  sent_at         timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  area            text NOT NULL,
  state           text NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'ASKED', 'REFUSED', 'PARKED', 'ANSWERED', 'DISMISSED')),
  urgent          boolean NOT NULL DEFAULT false,
  kind            text,
  staff_id        bigint REFERENCES staff_member,
  report_id       uuid,
  reading         text NOT NULL DEFAULT '',
  reason          text,
  reply           text,
  note            text,
  attempts        int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  settled_at      timestamptz,
  settled_by_id   bigint REFERENCES staff_member,
  UNIQUE (gateway_id, external_id)
);
COMMENT ON COLUMN sms_message.external_id IS 'What the gateway calls it, or a digest of its content when it gives no name';
COMMENT ON COLUMN sms_message.number IS 'E.164 where it can be a telephone number, else as the gateway tells it';
COMMENT ON COLUMN sms_message.area IS 'Digits of the TPS or region that it is about; of the installation as long as that is not known';
COMMENT ON COLUMN sms_message.state IS 'WAITING: to be read; TAKEN: a report; ASKED: the sender is asked back; REFUSED: the sender was told why; PARKED: for the desk; ANSWERED: needed a reply only';
COMMENT ON COLUMN sms_message.staff_id IS 'Whose it is; set by the desk where the number does not say it';
CREATE INDEX sms_message_waiting ON sms_message (next_attempt_at) WHERE state = 'WAITING';
CREATE INDEX sms_message_number ON sms_message (number, received_at);
CREATE INDEX sms_message_gateway ON sms_message (gateway_id, received_at);
CREATE INDEX sms_message_listed ON sms_message (state, received_at);
SELECT guard_by_area('sms_message', 'area');
