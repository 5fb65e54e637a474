-- Agencies sent to an incident, and whom of them was told when.
CREATE TABLE dispatch (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident_id     bigint NOT NULL REFERENCES incident,
  run             int NOT NULL,
  area            text NOT NULL,
  agency          text NOT NULL,
  part            text NOT NULL CHECK (part IN ('PRIMARY', 'SUPPORTING', 'SUBSTITUTE')),
  instead_of      bigint REFERENCES dispatch,
  state           text NOT NULL CHECK (state IN ('SENT', 'ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED', 'DONE', 'DECLINED', 'WITHDRAWN')),
  contacted       int NOT NULL DEFAULT 0,
  started_at      timestamptz NOT NULL,
  acknowledge_by  timestamptz NOT NULL,
  next_contact_at timestamptz NOT NULL,
  call_at         timestamptz NOT NULL,
  leader_at       timestamptz NOT NULL,
  call_opened_at  timestamptz,
  leader_told_at  timestamptz,
  acknowledged_at timestamptz,
  answered_via    text,
  answered_by     text,
  remark          text,
  ended_at        timestamptz,
  settled         boolean NOT NULL DEFAULT false,
  CHECK ((state IN ('DONE', 'DECLINED', 'WITHDRAWN')) = (ended_at IS NOT NULL))
);
COMMENT ON COLUMN dispatch.contacted IS 'How many of its contacts were written to';
COMMENT ON COLUMN dispatch.settled IS 'Whether it no longer counts among the open dispatches of its incident; one that was declined counts until somebody is found instead';
CREATE UNIQUE INDEX dispatch_once ON dispatch (incident_id, agency) WHERE ended_at IS NULL;
CREATE INDEX dispatch_incident ON dispatch (incident_id, id);
CREATE INDEX dispatch_unanswered ON dispatch (acknowledge_by) WHERE state = 'SENT';

CREATE TABLE dispatch_contact (
  dispatch_id  bigint NOT NULL REFERENCES dispatch,
  position     int NOT NULL,
  number       int NOT NULL,
  name         text NOT NULL,
  staff_id     bigint,
  channel      text NOT NULL,
  address      text,
  message_id   uuid,
  sent_at      timestamptz,
  failed_at    timestamptz,
  delivered_at timestamptz,
  PRIMARY KEY (dispatch_id, position, number),
  CHECK ((staff_id IS NULL) = (address IS NOT NULL))
);
COMMENT ON TABLE dispatch_contact IS 'Contacts and channels of the area as they were when the agency was sent; those of one position are written to together, the next position when nobody confirms';
CREATE INDEX dispatch_contact_message ON dispatch_contact (message_id);

SELECT guard_by_area('dispatch', 'area');
SELECT guard_by_parent('dispatch_contact', 'dispatch_id', 'dispatch');
