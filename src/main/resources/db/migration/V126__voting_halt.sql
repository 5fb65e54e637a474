-- A vote that stands still as an incident tells it, beside what the reports of the day say; a merged incident brings its TPS along.
CREATE TABLE voting_halt (
  incident_id bigint NOT NULL,
  tps_code    text NOT NULL,
  round_id    bigint NOT NULL,
  since       timestamptz NOT NULL,
  by_report   boolean NOT NULL,
  withdrawn   boolean NOT NULL DEFAULT false,
  resumed_at  timestamptz,
  PRIMARY KEY (incident_id, tps_code)
);
COMMENT ON COLUMN voting_halt.by_report IS 'The incident comes from a report of the day, which halts the vote by itself and whose successors let it go on';
COMMENT ON COLUMN voting_halt.withdrawn IS 'The incident was rejected: the vote did not stand still';
CREATE INDEX voting_halt_tps ON voting_halt (round_id, tps_code);
SELECT guard_by_area('voting_halt', 'tps_code');
