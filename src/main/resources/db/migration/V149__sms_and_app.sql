-- A form that came by SMS is completed by the same one that the app brings later (docs/adr/0061).
ALTER TABLE c1_version DROP CONSTRAINT c1_version_origin_check;
ALTER TABLE c1_version ADD CONSTRAINT c1_version_origin_check CHECK (origin IN ('FIRST', 'OWN_CORRECTION', 'COMPLETION', 'CONFLICT', 'LATE_CORRECTION', 'DECISION'));

-- Where people send their SMS to; empty: the number is set where the application is started.
ALTER TABLE sms_gateway ADD COLUMN receiver text NOT NULL DEFAULT '';
COMMENT ON COLUMN sms_gateway.receiver IS 'E.164, or the short code of an operator; empty when it is not told';

-- Texts that concern their recipient alone: lists of messages show that they were sent, not what they say.
ALTER TABLE message ADD COLUMN for_recipient_only boolean NOT NULL DEFAULT false;
UPDATE message SET for_recipient_only = true WHERE template = 'sms-reply';
