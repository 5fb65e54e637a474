-- An SMS that was taken for a report of a practice goes with it.
ALTER FUNCTION rows_of_round() RENAME TO rows_of_round_at_first;
CREATE FUNCTION rows_of_round() RETURNS TABLE (pos int, facts text, rows_of text) LANGUAGE sql IMMUTABLE SET search_path = desk AS $$
  SELECT * FROM rows_of_round_at_first()
  UNION ALL VALUES (94, 'sms_message', 'r.report_id IN (SELECT f.id FROM field_report f WHERE f.round_id = $1)')
$$;
