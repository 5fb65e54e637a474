-- Row-level security for territory (docs/adr/0014). The application names the territory of each transaction in desk.scope: the digits of districts or of wider regions,
-- separated by commas, or the word system; nothing named shows nothing. The owner of the tables is not bound, so that migrations, foreign keys and the triggers below see every row.
CREATE FUNCTION scope_areas() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_to_array(current_setting('desk.scope', true), ',')
$$;

-- Each setting stands in a scalar subquery of its own, so that a statement reads it once and not once a row.
CREATE FUNCTION guard_by_area(guarded regclass, area_column name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format($policy$
    CREATE POLICY territory ON %1$s USING (
      (SELECT 'system' = ANY (scope_areas()))
      OR left(%2$I, 6) = ANY ((SELECT scope_areas())::text[])
      OR left(%2$I, 4) = ANY ((SELECT scope_areas())::text[])
      OR left(%2$I, 2) = ANY ((SELECT scope_areas())::text[]))
    $policy$, guarded, area_column);
END $$;

-- Rows that belong to a row of another guarded table are seen with it.
CREATE FUNCTION guard_by_parent(guarded regclass, key_column name, parent regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format($policy$
    CREATE POLICY territory ON %1$s USING (
      (SELECT 'system' = ANY (scope_areas())) OR EXISTS (SELECT 1 FROM %3$s parent WHERE parent.id = %1$s.%2$I))
    $policy$, guarded, key_column, parent);
END $$;

CREATE FUNCTION guard_for_system(guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format($policy$CREATE POLICY system_only ON %s USING ((SELECT 'system' = ANY (scope_areas())))$policy$, guarded);
END $$;

REVOKE EXECUTE ON FUNCTION guard_by_area(regclass, name), guard_by_parent(regclass, name, regclass), guard_for_system(regclass) FROM PUBLIC;

-- Ledger and photos. A link is written in the same statement as its report, which that statement cannot see yet: it carries the area itself.
ALTER TABLE photo_link ADD COLUMN area text;
UPDATE photo_link l SET area = r.area FROM field_report r WHERE r.id = l.report_id;
ALTER TABLE photo_link ALTER COLUMN area SET NOT NULL;
SELECT guard_by_area('field_report', 'area');
SELECT guard_by_area('photo_link', 'area');
SELECT guard_by_area('ledger_link', 'district_area');
SELECT guard_by_area('ledger_head', 'district_area');

-- A photo may arrive before the report that names it: whoever sent it sees it, everybody else through a report.
ALTER TABLE photo ENABLE ROW LEVEL SECURITY;
CREATE POLICY territory ON photo USING (
    (SELECT 'system' = ANY (scope_areas()))
    OR uploaded_by::text = (SELECT current_setting('desk.person', true))
    OR EXISTS (SELECT 1 FROM photo_link l WHERE l.sha256 = photo.sha256))
  WITH CHECK ((SELECT 'system' = ANY (scope_areas())) OR uploaded_by::text = (SELECT current_setting('desk.person', true)));

SELECT guard_by_area('expected_report', 'district_area');

SELECT guard_by_area('c1_form', 'district_area');
SELECT guard_by_area('c1_photo', 'tps_code');
SELECT guard_by_parent('c1_version', 'form_id', 'c1_form');
SELECT guard_by_parent('c1_repeat', 'form_id', 'c1_form');
SELECT guard_by_parent('c1_rekeying', 'form_id', 'c1_form');
SELECT guard_by_parent('c1_photo_rejection', 'form_id', 'c1_form');
SELECT guard_by_parent('c1_decision', 'form_id', 'c1_form');
SELECT guard_by_parent('c1_seen', 'form_id', 'c1_form');

-- Who wrote a form must not depend on what the second person can see.
ALTER FUNCTION c1_other_person() SECURITY DEFINER SET search_path = desk, pg_temp;

SELECT guard_by_area('tally_contribution', 'district_area');
SELECT guard_by_area('tally_district', 'district_area');

-- Persons: those who work in the territory, and everybody of the regency's own offices. They are written by work for the whole installation only.
CREATE FUNCTION scope_is_wide() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM unnest(scope_areas()) area WHERE area = 'system' OR length(area) < 6)
$$;
SELECT guard_by_area('staff_role', 'area');
CREATE POLICY offices_of_the_regency ON staff_role FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));
CREATE POLICY written_for_all ON staff_role AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT scope_is_wide()));
CREATE POLICY changed_for_all ON staff_role AS RESTRICTIVE FOR UPDATE USING ((SELECT scope_is_wide()));
CREATE POLICY removed_for_all ON staff_role AS RESTRICTIVE FOR DELETE USING ((SELECT scope_is_wide()));
ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY territory ON staff_member FOR SELECT USING (
  (SELECT scope_is_wide()) OR EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = staff_member.id));
CREATE POLICY written_for_all ON staff_member USING ((SELECT scope_is_wide()));

SELECT guard_for_system('staff_account');
SELECT guard_for_system('staff_session');
