-- What other parts of the work signalled as an incident, so that nothing is lost until the module for incidents takes it over.
CREATE TABLE incident_signal (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id    bigint NOT NULL,
  tps_code    text,
  area        text NOT NULL,
  category    text NOT NULL,
  text        text NOT NULL,
  severity    int NOT NULL CHECK (severity BETWEEN 1 AND 4),
  origin      text NOT NULL,
  actor_id    bigint,
  at          timestamptz NOT NULL,
  kept_at     timestamptz NOT NULL,
  settled_at  timestamptz,
  settled_by  bigint,
  note        text,
  CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (note IS NULL))
);
COMMENT ON COLUMN incident_signal.area IS 'Digits of the TPS or region it happened at';
COMMENT ON COLUMN incident_signal.severity IS 'A hint, 1 to 4; 4 = life in danger';
CREATE INDEX incident_signal_time ON incident_signal (kept_at DESC, id);
CREATE INDEX incident_signal_open ON incident_signal (kept_at DESC, id) WHERE settled_at IS NULL;
SELECT guard_by_area('incident_signal', 'area');
