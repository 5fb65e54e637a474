-- An agency that has confirmed and then says nothing has a clock of its own.
ALTER TABLE response_target ADD COLUMN progress_seconds int CHECK (progress_seconds BETWEEN 30 AND 86400);
COMMENT ON COLUMN response_target.progress_seconds IS 'How long an agency that has confirmed may be silent before it says that it is on the way or there; null: until the end of the day';
UPDATE response_target SET progress_seconds = CASE severity WHEN 4 THEN 600 WHEN 3 THEN 1800 WHEN 2 THEN 7200 END;

ALTER TABLE dispatch ADD COLUMN progress_by timestamptz, ADD COLUMN ask_at timestamptz;
COMMENT ON COLUMN dispatch.progress_by IS 'Until when its next word is due; moves with each word';
COMMENT ON COLUMN dispatch.ask_at IS 'When the desk is to ask; as progress_by, and the end of the day once the desk has asked and heard nothing';
CREATE INDEX dispatch_silent ON dispatch (progress_by) WHERE state IN ('ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED');
