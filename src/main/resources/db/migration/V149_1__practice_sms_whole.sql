-- Whatever became of an SMS of a practice, also none of its reports: it goes with the practice, and what was replied to it does too.
ALTER TABLE sms_message ADD COLUMN practice_round bigint;
COMMENT ON COLUMN sms_message.practice_round IS 'The practice that it was part of; null for what is real';
CREATE INDEX sms_message_practice ON sms_message (practice_round) WHERE practice_round IS NOT NULL;

ALTER FUNCTION rows_of_round() RENAME TO rows_of_round_before_149;
CREATE FUNCTION rows_of_round() RETURNS TABLE (pos int, facts text, rows_of text) LANGUAGE sql IMMUTABLE SET search_path = desk AS $$
  SELECT b.pos, b.facts, CASE b.facts
    WHEN 'message' THEN
      '(' || b.rows_of || ' OR r.template = ''sms-reply'' AND split_part(r.occasion, ''/'', 2) IN (SELECT s.id::text FROM sms_message s WHERE s.practice_round = $1))'
    WHEN 'sms_message' THEN '(' || b.rows_of || ' OR r.practice_round = $1)'
    ELSE b.rows_of END
  FROM rows_of_round_before_149() b
$$;
