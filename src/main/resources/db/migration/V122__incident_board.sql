-- The board of incidents: what is open, and who of the desk has looked first.
CREATE INDEX incident_open ON incident (severity DESC, reported_at) WHERE state IN ('REPORTED', 'HANDLING');
CREATE INDEX incident_ended ON incident (ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;

CREATE TABLE incident_opening (
  incident_id bigint PRIMARY KEY REFERENCES incident,
  staff_id    bigint NOT NULL,
  opened_at   timestamptz NOT NULL
);
COMMENT ON TABLE incident_opening IS 'Who of the desk opened the page of an incident first: from then on it is not sounded any more';
SELECT guard_by_parent('incident_opening', 'incident_id', 'incident');
