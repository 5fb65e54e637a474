-- Nor are the tables of the tiers' facts emptied in one go, which no trigger of a row would see; a key that has signed stays, with what its public half can prove.
DO $$
DECLARE
  facts text;
BEGIN
  FOREACH facts IN ARRAY ARRAY['tier_report', 'tier_report_source', 'tier_report_part', 'tier_report_step', 'tier_seal', 'tier_attachment', 'signing_key'] LOOP
    EXECUTE format('CREATE TRIGGER stays_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is()', facts);
  END LOOP;
END $$;
CREATE TRIGGER stays_as_it_is BEFORE DELETE ON signing_key FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
