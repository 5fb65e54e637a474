-- An incident is told in the words of the report that it came from, and so are the messages about it: when a report is erased, they go too.
CREATE FUNCTION forget_told_incident() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  gone CONSTANT text := '(data dihapus)';
  told record;
BEGIN
  FOR told IN SELECT incident_id, description FROM incident_report WHERE source_id = NEW.id LOOP
    UPDATE incident SET description = gone WHERE id = told.incident_id AND description = told.description;
    UPDATE message SET long_text = replace(long_text, told.description, gone)
    WHERE occasion LIKE 'incident-%:' || told.incident_id || ':%'
       OR occasion IN (SELECT 'dispatch-unanswered:' || id FROM dispatch WHERE incident_id = told.incident_id)
       OR id IN (SELECT c.message_id FROM dispatch_contact c JOIN dispatch d ON d.id = c.dispatch_id WHERE d.incident_id = told.incident_id);
  END LOOP;
  UPDATE incident_report SET description = gone, caller = NULL WHERE source_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION forget_told_incident() FROM PUBLIC;
CREATE TRIGGER forget_told_incident AFTER UPDATE OF payload ON field_report FOR EACH ROW
  WHEN (NEW.kind = 'INCIDENT' AND OLD.payload IS NOT NULL AND NEW.payload IS NULL) EXECUTE FUNCTION forget_told_incident();
