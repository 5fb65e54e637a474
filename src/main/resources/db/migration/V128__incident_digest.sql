-- What the leaders on duty have been told of incidents: at once where life is in danger or nobody answers, the rest in a digest.
CREATE TABLE incident_leader_told (
  incident_id bigint NOT NULL REFERENCES incident,
  run         int NOT NULL,
  what        text NOT NULL CHECK (what IN ('BEGUN', 'ENDED')),
  at          timestamptz NOT NULL,
  PRIMARY KEY (incident_id, run, what)
);
COMMENT ON COLUMN incident_leader_told.run IS 'As in incident: one that is reopened is news again';

CREATE TABLE incident_digest (
  area    text PRIMARY KEY,
  no      int NOT NULL DEFAULT 0,
  sent_at timestamptz
);
COMMENT ON TABLE incident_digest IS 'The last digest; whoever writes the next one holds the row';

-- What happened before is no news.
INSERT INTO incident_leader_told (incident_id, run, what, at)
  SELECT id, run, 'BEGUN', now() FROM incident UNION ALL SELECT id, run, 'ENDED', now() FROM incident WHERE ended_at IS NOT NULL;

SELECT guard_by_parent('incident_leader_told', 'incident_id', 'incident');
SELECT guard_by_area('incident_digest', 'area');
