-- Practice (docs/adr/0060): rounds of kind REHEARSAL run beside the real ones, their reports are chained apart, and they can be wiped whole.
CREATE TABLE practice_round (
  round_id  bigint PRIMARY KEY,
  election  text NOT NULL,
  code      text NOT NULL,
  outside   boolean NOT NULL DEFAULT false,
  opened_by bigint,
  opened_at timestamptz NOT NULL DEFAULT now(),
  wiping_at timestamptz,
  wiped_by  bigint,
  wiped_at  timestamptz,
  UNIQUE (election, code)
);
COMMENT ON TABLE practice_round IS 'Stays when the round is wiped, so that its code is never given again and a report that comes late is not taken for one of the next practice';
COMMENT ON COLUMN practice_round.outside IS 'Whether its messages may leave the inbox: by e-mail and SMS, also to agencies';

-- Which witnessed rows went with a practice; the trail goes on to hold their digests.
CREATE TABLE wiped_row (
  facts  text NOT NULL,
  object text NOT NULL,
  PRIMARY KEY (facts, object)
);
REVOKE INSERT, UPDATE, DELETE ON wiped_row FROM ${appRole};
REVOKE DELETE ON practice_round FROM ${appRole};

ALTER TABLE message ADD COLUMN practice_round bigint;
CREATE INDEX message_practice ON message (practice_round) WHERE practice_round IS NOT NULL;
CREATE INDEX field_report_round ON field_report (round_id, seq);
CREATE INDEX photo_link_report ON photo_link (report_id);

-- Real reports of a district are one chain, those of each practice there another, 360405~12. One that is being wiped is chained no more.
CREATE FUNCTION ledger_place(text, bigint) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = desk AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM practice_round p WHERE p.round_id = $2 AND p.wiping_at IS NOT NULL) THEN NULL
    WHEN EXISTS (SELECT 1 FROM round o WHERE o.id = $2 AND o.kind = 'REHEARSAL') THEN substr($1, 1, 6) || '~' || $2
    ELSE substr($1, 1, 6) END
$$;

-- Rounds of practice that no list shows unless it is asked for them: all of them as long as a real round runs.
CREATE FUNCTION hidden_practice() RETURNS bigint[] LANGUAGE sql STABLE SET search_path = desk AS $$
  SELECT coalesce(array_agg(o.id), '{}') FROM round o
  WHERE o.kind = 'REHEARSAL' AND EXISTS (SELECT 1 FROM round x WHERE x.kind <> 'REHEARSAL' AND x.phase IN ('STARTED', 'COUNTING'))
$$;

-- What was reported for real can never be called practice, and so never be wiped.
CREATE FUNCTION practice_stays_practice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM field_report WHERE round_id = OLD.id) THEN
    RAISE EXCEPTION 'round % has reports' , OLD.code USING ERRCODE = 'check_violation', CONSTRAINT = 'practice_stays_practice';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION practice_stays_practice() FROM PUBLIC;
CREATE TRIGGER practice_stays_practice BEFORE UPDATE OF kind ON round FOR EACH ROW
  WHEN ((OLD.kind = 'REHEARSAL') <> (NEW.kind = 'REHEARSAL')) EXECUTE FUNCTION practice_stays_practice();

CREATE FUNCTION no_report_of_wiped_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM practice_round p WHERE p.round_id = NEW.round_id AND p.wiping_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the practice is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'practice_over';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION no_report_of_wiped_round() FROM PUBLIC;
CREATE TRIGGER no_report_of_wiped_round BEFORE INSERT ON field_report FOR EACH ROW EXECUTE FUNCTION no_report_of_wiped_round();

-- What of a round is where, in the order in which it can go: r is the row, $1 the round. A later migration that adds a table of a round adds its line.
CREATE FUNCTION rows_of_round() RETURNS TABLE (pos int, facts text, rows_of text) LANGUAGE sql IMMUTABLE SET search_path = desk AS $$
  VALUES
    (1, 'ledger_link', ''),
    (2, 'message', 'r.practice_round = $1'),
    (10, 'c1_repeat', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (11, 'c1_rekeying', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (12, 'c1_photo_rejection', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (13, 'c1_decision', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (14, 'c1_seen', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (15, 'c1_version', 'r.form_id IN (SELECT f.id FROM c1_form f WHERE f.round_id = $1)'),
    (16, 'c1_photo', 'r.round_id = $1'),
    (17, 'c1_form', 'r.round_id = $1'),
    (20, 'tally_contribution', 'r.round_id = $1'),
    (21, 'tally_district', 'r.round_id = $1'),
    (25, 'official_difference', 'r.round_id = $1'),
    (26, 'official_figure', 'r.round_id = $1'),
    (27, 'official_import', 'r.round_id = $1'),
    (30, 'tier_delivery_step', 'r.delivery_id IN (SELECT d.id FROM tier_delivery d JOIN tier_report t ON t.id = d.report_id WHERE t.round_id = $1)'),
    (31, 'tier_delivery', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (32, 'tier_report_received', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (33, 'tier_attachment', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (34, 'tier_seal', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (35, 'tier_report_step', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (36, 'tier_report_part', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (37, 'tier_report_source', 'r.report_id IN (SELECT t.id FROM tier_report t WHERE t.round_id = $1)'),
    (38, 'tier_report', 'r.round_id = $1'),
    (39, 'tier_case', 'r.round_id = $1'),
    (40, 'dispatch_contact', 'r.dispatch_id IN (SELECT d.id FROM dispatch d JOIN incident i ON i.id = d.incident_id WHERE i.round_id = $1)'),
    (41, 'dispatch', 'r.incident_id IN (SELECT i.id FROM incident i WHERE i.round_id = $1) AND NOT EXISTS (SELECT 1 FROM dispatch n WHERE n.instead_of = r.id)'),
    (42, 'incident_leader_told', 'r.incident_id IN (SELECT i.id FROM incident i WHERE i.round_id = $1)'),
    (43, 'incident_opening', 'r.incident_id IN (SELECT i.id FROM incident i WHERE i.round_id = $1)'),
    (44, 'incident_step', 'r.incident_id IN (SELECT i.id FROM incident i WHERE i.round_id = $1)'),
    (45, 'incident_report', 'r.incident_id IN (SELECT i.id FROM incident i WHERE i.round_id = $1)'),
    (46, 'incident_signal', 'r.round_id = $1'),
    (47, 'voting_halt', 'r.round_id = $1'),
    (48, 'incident', 'r.round_id = $1 AND NOT EXISTS (SELECT 1 FROM incident m WHERE m.merged_into = r.id)'),
    (50, 'voting_report', 'r.round_id = $1'),
    (51, 'voting_confirmation', 'r.round_id = $1'),
    (52, 'voting_state', 'r.round_id = $1'),
    (53, 'voting_station', 'r.round_id = $1'),
    (54, 'situation_report', 'r.round_id = $1'),
    (55, 'situation', 'r.round_id = $1'),
    (56, 'no_news', 'r.round_id = $1'),
    (57, 'voting_watch', 'r.round_id = $1'),
    (60, 'report_excuse', 'r.round_id = $1'),
    (61, 'late_digest', 'r.round_id = $1'),
    (62, 'late_step', 'r.round_id = $1'),
    (63, 'report_wave', 'r.round_id = $1'),
    (64, 'expected_report', 'r.round_id = $1'),
    (70, 'readiness_note', 'r.round_id = $1'),
    (71, 'readiness_shortcoming', 'r.round_id = $1'),
    (72, 'readiness_answer', 'r.round_id = $1'),
    (73, 'readiness_report', 'r.round_id = $1'),
    (74, 'readiness', 'r.round_id = $1'),
    (75, 'risk_handover_step', 'r.handover_id IN (SELECT h.id FROM risk_handover h WHERE h.round_id = $1)'),
    (76, 'risk_measure', 'r.handover_id IN (SELECT h.id FROM risk_handover h WHERE h.round_id = $1)'),
    (77, 'risk_handover_item', 'r.handover_id IN (SELECT h.id FROM risk_handover h WHERE h.round_id = $1)'),
    (78, 'risk_handover', 'r.round_id = $1'),
    (80, 'own_due_time', 'r.round_id = $1'),
    (81, 'tps_connectivity', 'r.round_id = $1'),
    (82, 'offline_plan', 'r.round_id = $1'),
    (83, 'paper_receipt', 'r.round_id = $1'),
    (84, 'leader_visit', 'r.round_id = $1'),
    (85, 'screening_opening', 'r.round_id = $1'),
    (86, 'duty_checkin', 'r.round_id = $1'),
    (87, 'duty_overtime', 'r.round_id = $1'),
    (90, 'practice_report', 'r.round_id = $1'),
    (91, 'assignment', 'r.round_id = $1 AND NOT EXISTS (SELECT 1 FROM assignment n WHERE n.replaces_id = r.id)'),
    (92, 'assignment_district', 'r.round_id = $1'),
    (95, 'field_report', 'r.round_id = $1'),
    (100, 'kpu_decision', 'r.round_id = $1'),
    (101, 'round_record', 'r.round_id = $1'),
    (102, 'schedule_change', 'r.round_id = $1'),
    (103, 'voting_slot_opening', 'r.round_id = $1'),
    (104, 'round_stage', 'r.round_id = $1'),
    (105, 'schedule_slot', 'r.round_id = $1'),
    (106, 'wall_screen', '(r.election, r.round) = (SELECT p.election, p.code FROM practice_round p WHERE p.round_id = $1)'),
    (110, 'round', 'r.id = $1')
$$;

-- What is never changed may go with a practice: only the function below says so, and only the owner of a table can delete there.
CREATE OR REPLACE FUNCTION stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('desk.wiping', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- From here on the round takes no report and is chained no more.
CREATE FUNCTION begin_wipe(wanted bigint, person bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM round WHERE id = wanted AND kind = 'REHEARSAL') THEN
    RAISE EXCEPTION 'only a practice is wiped' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_practice_is_wiped';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ledger_seal'));
  IF EXISTS (SELECT 1 FROM field_report r JOIN ledger_link l ON l.report_id = r.id WHERE r.round_id = wanted AND strpos(l.district_area, '~') = 0) THEN
    RAISE EXCEPTION 'its reports stand in the chain of the real ones' USING ERRCODE = 'check_violation', CONSTRAINT = 'chained_with_real_ones';
  END IF;
  INSERT INTO practice_round AS p (round_id, election, code, wiping_at, wiped_by)
  SELECT r.id, e.code, r.code, now(), person FROM round r JOIN election e ON e.id = r.election_id WHERE r.id = wanted
  ON CONFLICT (round_id) DO UPDATE SET wiping_at = coalesce(p.wiping_at, now()), wiped_by = coalesce(p.wiped_by, person);
  UPDATE round SET phase = 'CLOSED' WHERE id = wanted;
END $$;

CREATE FUNCTION drop_unused_photos(hashes text[]) RETURNS void LANGUAGE sql SET search_path = desk, pg_temp AS $$
  WITH gone AS (
    DELETE FROM photo p WHERE p.sha256 = ANY (hashes)
      AND NOT EXISTS (SELECT 1 FROM photo_link l WHERE l.sha256 = p.sha256)
      AND NOT EXISTS (SELECT 1 FROM c1_photo c WHERE c.sha256 = p.sha256)
      AND NOT EXISTS (SELECT 1 FROM incident_report i WHERE i.photos @> ARRAY[p.sha256])
    RETURNING p.sha256)
  INSERT INTO wiped_row (facts, object) SELECT 'photo', sha256 FROM gone ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION drop_unused_photos(text[]) FROM PUBLIC;

-- One batch of one table; 0 when nothing is left there. At every moment in between the chains are whole.
CREATE FUNCTION wipe_rows(wanted bigint, from_table text, most int) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  condition text := (SELECT o.rows_of FROM rows_of_round() o WHERE o.facts = from_table);
  witnessed boolean := EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = to_regclass(from_table) AND tgname = 'witness');
  gone bigint;
  ids uuid[];
  hashes text[];
  chain text;
BEGIN
  IF condition IS NULL OR NOT EXISTS (SELECT 1 FROM practice_round WHERE round_id = wanted AND wiping_at IS NOT NULL) THEN
    RAISE EXCEPTION 'only a practice is wiped' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_practice_is_wiped';
  END IF;
  PERFORM set_config('desk.wiping', 'on', true);
  IF from_table = 'ledger_link' THEN
    SELECT min(l.district_area) INTO chain FROM ledger_head l WHERE l.district_area LIKE '%~' || wanted;
    DELETE FROM ledger_link WHERE district_area = chain;
    DELETE FROM ledger_head WHERE district_area = chain;
    GET DIAGNOSTICS gone = ROW_COUNT;
  ELSIF from_table = 'field_report' THEN
    ids := ARRAY(SELECT id FROM field_report WHERE round_id = wanted ORDER BY seq LIMIT most);
    WITH unlinked AS (DELETE FROM photo_link WHERE report_id = ANY (ids) RETURNING sha256) SELECT array_agg(sha256) INTO hashes FROM unlinked;
    DELETE FROM field_report WHERE id = ANY (ids);
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM drop_unused_photos(hashes);
  ELSIF from_table = 'incident_report' THEN
    EXECUTE format('WITH batch AS (SELECT r.id FROM incident_report r WHERE %s LIMIT $2),
      unlinked AS (DELETE FROM incident_report r USING batch WHERE r.id = batch.id RETURNING r.photos)
      SELECT (SELECT count(*) FROM unlinked), (SELECT array_agg(p) FROM unlinked u CROSS JOIN LATERAL unnest(u.photos) p)', condition)
      INTO gone, hashes USING wanted, most;
    PERFORM drop_unused_photos(hashes);
  ELSIF witnessed THEN
    EXECUTE format('WITH batch AS (SELECT r.ctid AS at FROM %1$I r WHERE %2$s LIMIT $2),
      gone AS (DELETE FROM %1$I r USING batch WHERE r.ctid = batch.at RETURNING fact_key(r) AS object)
      INSERT INTO wiped_row (facts, object) SELECT %1$L, object FROM gone', from_table, condition) USING wanted, most;
    GET DIAGNOSTICS gone = ROW_COUNT;
  ELSE
    EXECUTE format('WITH batch AS (SELECT r.ctid AS at FROM %1$I r WHERE %2$s LIMIT $2)
      DELETE FROM %1$I r USING batch WHERE r.ctid = batch.at', from_table, condition) USING wanted, most;
    GET DIAGNOSTICS gone = ROW_COUNT;
  END IF;
  PERFORM set_config('desk.wiping', '', true);
  RETURN gone;
END $$;

-- As before, but that a row that went with a practice is not missed, and a photo that came again afterwards may.
CREATE OR REPLACE FUNCTION altered_rows() RETURNS TABLE (kind text, id text) LANGUAGE plpgsql STABLE SET search_path = desk AS $$
DECLARE
  facts text;
BEGIN
  FOR facts IN SELECT DISTINCT substr(action, 5) FROM audit_entry WHERE channel = 'DATABASE' AND action LIKE 'row.%' ORDER BY 1 LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = to_regclass(facts) AND tgname = 'witness' AND tgenabled = 'O') THEN
      RETURN QUERY SELECT 'WITNESS_MISSING', facts;
    END IF;
  END LOOP;
  FOR facts IN SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'witness' AND tgfoid = 'witness'::regproc ORDER BY 1 LOOP
    RETURN QUERY EXECUTE format($q$
      WITH seen AS (SELECT object, min(details ->> 'digest') AS digest, count(*) AS times FROM audit_entry WHERE channel = 'DATABASE' AND action = 'row.' || %1$L GROUP BY object),
           stands AS (SELECT fact_key(r) AS object, row_digest(fact(r)) AS digest FROM %1$s r)
      SELECT CASE WHEN seen.object IS NULL THEN 'ROW_UNKNOWN' WHEN stands.object IS NULL THEN 'ROW_MISSING' ELSE 'ROW_CHANGED' END, %1$L || '/' || object
      FROM seen FULL JOIN stands USING (object)
      WHERE (seen.digest IS DISTINCT FROM stands.digest OR seen.times > 1)
        AND NOT (EXISTS (SELECT 1 FROM wiped_row w WHERE w.facts = %1$L AND w.object = seen.object)
                 AND (stands.object IS NULL OR EXISTS (SELECT 1 FROM audit_entry a WHERE a.channel = 'DATABASE' AND a.action = 'row.' || %1$L
                                                         AND a.object = seen.object AND a.details ->> 'digest' = stands.digest)))
      $q$, facts);
  END LOOP;
END $$;
