-- What this installation shows to everybody. Without a row it shows nothing, which is what every installation begins with.
CREATE TABLE public_view (
  id               boolean PRIMARY KEY DEFAULT true CHECK (id),
  mode             text NOT NULL CHECK (mode IN ('OFF', 'PROGRESS', 'VERIFIED', 'RECEIVED_AND_VERIFIED')),
  depth            text NOT NULL CHECK (depth IN ('REGENCY', 'DISTRICT', 'VILLAGE', 'TPS')),
  votes_not_before timestamptz,
  decision_name    text,
  decision_office  text,
  decision_letter  text,
  changed_by_id    bigint NOT NULL,
  changed_at       timestamptz NOT NULL,
  CHECK (mode = 'OFF' OR decision_name IS NOT NULL AND decision_office IS NOT NULL AND decision_letter IS NOT NULL)
);
COMMENT ON TABLE public_view IS 'One row for the installation: what everybody may see, and who decided so';
COMMENT ON COLUMN public_view.votes_not_before IS 'Null for the default: 15.00 WIB on the day of voting of each round';
COMMENT ON COLUMN public_view.decision_letter IS 'Number of the letter in which it was decided';
