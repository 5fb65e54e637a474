-- What is erased before its time is asked for by one person and approved by another; both rows stay, as the tombstone of what was there.
CREATE TABLE erasure_request (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind         text NOT NULL CHECK (kind IN ('FIELD_REPORT', 'PHOTO', 'PERSON')),
  object       text NOT NULL,
  area         text NOT NULL,
  reason       text NOT NULL,
  decided_by   text NOT NULL,
  decision     text NOT NULL,
  requested_by bigint NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN erasure_request.decided_by IS 'Office that decided the erasure';
COMMENT ON COLUMN erasure_request.decision IS 'Number of its letter';

CREATE TABLE erasure (
  request_id uuid PRIMARY KEY REFERENCES erasure_request,
  erased     boolean NOT NULL,
  settled_by bigint NOT NULL,
  settled_at timestamptz NOT NULL DEFAULT now()
);

-- What went because its time was over, batch by batch.
CREATE TABLE retention_run (
  id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind   text NOT NULL CHECK (kind IN ('FIELD_REPORT', 'PHOTO', 'AUDIT', 'PERSON')),
  before timestamptz NOT NULL,
  rows   bigint NOT NULL,
  at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX erasure_request_object ON erasure_request (kind, object);
REVOKE UPDATE, DELETE ON erasure_request FROM ${appRole};
REVOKE INSERT, UPDATE, DELETE ON erasure, retention_run FROM ${appRole};
SELECT keep_witness('erasure_request', 'id', 'r.area');
SELECT keep_witness('erasure', 'request_id', '(SELECT area FROM erasure_request q WHERE q.id = r.request_id)');
SELECT keep_witness('retention_run', 'id', '''''');

CREATE FUNCTION erased(what text, which text, stored_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SET search_path = desk AS $$
  SELECT EXISTS (SELECT 1 FROM erasure_request q JOIN erasure e ON e.request_id = q.id AND e.erased WHERE q.kind = what AND q.object = which)
      OR EXISTS (SELECT 1 FROM retention_run r WHERE r.kind = what AND stored_at < r.before)
$$;

-- When somebody left, so that their personal columns can go a while later.
ALTER TABLE staff_member ADD COLUMN left_at timestamptz;
UPDATE staff_member SET left_at = now() WHERE NOT active;
CREATE FUNCTION staff_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.left_at := CASE WHEN NEW.active THEN NULL WHEN OLD.active THEN now() ELSE NEW.left_at END;
  RETURN NEW;
END $$;
CREATE TRIGGER staff_left BEFORE UPDATE ON staff_member FOR EACH ROW EXECUTE FUNCTION staff_left();

-- The functions below belong to the owner of the tables: the application may not alter these rows otherwise.
CREATE FUNCTION forget_person(person bigint) RETURNS void LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  DELETE FROM staff_session WHERE staff_id = person;
  DELETE FROM staff_account WHERE staff_id = person;
  DELETE FROM staff_role WHERE staff_id = person;
  UPDATE staff_member SET username = 'dihapus-' || id, name = '(data dihapus)', phone = NULL, email = NULL, nip = NULL, rank = NULL, position = NULL, active = false
  WHERE id = person;
END $$;
REVOKE EXECUTE ON FUNCTION forget_person(bigint) FROM PUBLIC;

CREATE FUNCTION settle_erasure(request uuid, settler bigint, approve boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  asked erasure_request;
  found_rows int := 1;
BEGIN
  SELECT * INTO STRICT asked FROM erasure_request WHERE id = request;
  IF approve AND asked.requested_by = settler THEN
    RAISE EXCEPTION 'the same person asks and approves' USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_same_person';
  END IF;
  INSERT INTO erasure (request_id, erased, settled_by) VALUES (request, approve, settler);
  IF NOT approve THEN
    RETURN;
  END IF;
  CASE asked.kind
    WHEN 'FIELD_REPORT' THEN
      UPDATE field_report SET payload = NULL, salt = NULL WHERE id = asked.object::uuid AND state <> 'STORED';
      GET DIAGNOSTICS found_rows = ROW_COUNT;
    WHEN 'PHOTO' THEN
      UPDATE photo SET original = '', cleaned = '' WHERE sha256 = asked.object;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
    WHEN 'PERSON' THEN
      PERFORM forget_person(asked.object::bigint);
  END CASE;
  IF found_rows = 0 THEN
    RAISE EXCEPTION 'nothing there that can be erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'erasure_not_ready';
  END IF;
END $$;

-- One batch of what is older than its time; whoever holds the application cannot use it to be rid of what is younger than 90 days.
CREATE FUNCTION erase_overdue(what text, stored_before timestamptz, most int) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  IF stored_before > now() - interval '90 days' THEN
    RAISE EXCEPTION 'nothing younger than 90 days is erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'retention_too_short';
  END IF;
  CASE what
    WHEN 'FIELD_REPORT' THEN
      UPDATE field_report SET payload = NULL, salt = NULL WHERE id IN (
        SELECT id FROM field_report WHERE received_at < stored_before AND payload IS NOT NULL AND state <> 'STORED' ORDER BY seq LIMIT most);
    WHEN 'PHOTO' THEN
      UPDATE photo SET original = '', cleaned = '' WHERE sha256 IN (
        SELECT sha256 FROM photo WHERE uploaded_at < stored_before AND length(original) > 0 LIMIT most);
    WHEN 'AUDIT' THEN
      UPDATE audit_entry SET staff_id = NULL, username = NULL, address = NULL, user_agent = NULL, object = NULL, details = '{}', salt = NULL WHERE id IN (
        SELECT id FROM audit_entry WHERE at < stored_before AND salt IS NOT NULL AND channel <> 'DATABASE' AND action <> 'chain.anchored' ORDER BY seq LIMIT most);
    WHEN 'PERSON' THEN
      PERFORM forget_person(id) FROM (
        SELECT id FROM staff_member WHERE left_at < stored_before AND username <> 'dihapus-' || id LIMIT most) gone_people;
  END CASE;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone > 0 THEN
    INSERT INTO retention_run (kind, before, rows) VALUES (what, stored_before, gone);
  END IF;
  RETURN gone;
END $$;
