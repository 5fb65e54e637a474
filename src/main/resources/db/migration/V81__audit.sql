-- Who did what, when, from where. Inserted in the transaction of the act, without waiting for anybody; linked to its district's chain a moment later.
CREATE TABLE audit_entry (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  action      text NOT NULL,
  object      text,
  area        text NOT NULL,
  staff_id    bigint,
  username    text,
  work        text,
  channel     text NOT NULL CHECK (channel IN ('SESSION', 'BEARER', 'BASIC', 'WEBAPP', 'BACKGROUND', 'DATABASE')),
  address     text,
  user_agent  text,
  request_id  text,
  route       text,
  outcome     text NOT NULL DEFAULT 'DONE' CHECK (outcome IN ('DONE', 'REFUSED', 'FAILED')),
  details     jsonb NOT NULL DEFAULT '{}',
  inserted_by text NOT NULL DEFAULT session_user,
  salt        bytea,
  digest      bytea NOT NULL
);
COMMENT ON COLUMN audit_entry.area IS 'Digits of the place it is about; its first six are the district whose chain the entry joins, a regency has its own';
COMMENT ON COLUMN audit_entry.inserted_by IS 'Database role that wrote the entry: another one than the application''s is a forger or a migration';
COMMENT ON COLUMN audit_entry.digest IS 'SHA-256 of salt and content; personal columns and salt are erased when their time is over';
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_staff ON audit_entry (staff_id, seq);
CREATE INDEX audit_entry_row ON audit_entry (action, object) WHERE channel = 'DATABASE';
REVOKE UPDATE, DELETE ON audit_entry FROM ${appRole};

CREATE TABLE audit_head (
  district_area text PRIMARY KEY,
  length        bigint NOT NULL,
  hash          bytea NOT NULL
);

CREATE TABLE audit_link (
  entry_id      uuid PRIMARY KEY REFERENCES audit_entry,
  district_area text NOT NULL,
  position      bigint NOT NULL,
  hash          bytea NOT NULL,
  linked_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (district_area, position)
);
REVOKE UPDATE, DELETE ON audit_link FROM ${appRole};

CREATE TABLE audit_seal (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  through_seq bigint NOT NULL
);

-- Each value with its length in bytes before it, so that no two lists of values are written the same; -1 stands for no value. Written in plpgsql, like what follows, because a
-- session keeps the plans of such functions: they run with every change.
CREATE FUNCTION counted(VARIADIC texts text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  t text;
  written text := '';
BEGIN
  FOREACH t IN ARRAY texts LOOP
    written := written || coalesce(octet_length(t)::text, '-1') || ':' || coalesce(t, '');
  END LOOP;
  RETURN written;
END $$;

CREATE FUNCTION audit_digest(e audit_entry) RETURNS bytea LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN sha256(e.salt || convert_to(desk.counted(
    e.id::text, (extract(epoch FROM e.at) * 1000000)::bigint::text, e.action, e.object, e.area, e.staff_id::text, e.username, e.work, e.channel,
    e.address, e.user_agent, e.request_id, e.route, e.outcome, e.details::text, e.inserted_by), 'UTF8'));
END $$;

CREATE FUNCTION audit_entry_digest() RETURNS trigger LANGUAGE plpgsql SET search_path = desk AS $$
BEGIN
  NEW.inserted_by := session_user;
  NEW.salt := uuid_send(gen_random_uuid());
  NEW.digest := audit_digest(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_digest BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_digest();

-- Rows that are facts for ever: the trail keeps a digest of each, so that a later change of the row shows. Columns without a value do not count, so that one can be added.
CREATE FUNCTION row_digest(content jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN encode(sha256(convert_to(coalesce((
    SELECT string_agg(octet_length(key) || ':' || key || octet_length(value::text) || ':' || value::text, '' ORDER BY key COLLATE "C")
    FROM jsonb_each(content) WHERE value <> 'null'), ''), 'UTF8')), 'hex');
END $$;

-- Writes the digest of a new row into the trail. Three functions of each table tell what counts of a row, its key, and what place it is about.
CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO audit_entry (action, object, area, work, channel, details)
  VALUES ('row.' || TG_TABLE_NAME, fact_key(NEW), coalesce(fact_area(NEW), ''), 'database', 'DATABASE', jsonb_build_object('digest', row_digest(fact(NEW))));
  RETURN NULL;
END $$;

-- Has every row of a table witnessed from now on, and those that are there already. A later migration calls it for each new table whose rows stay as they are for ever.
CREATE FUNCTION keep_witness(facts regclass, key_column name, area_of text, content_of text DEFAULT 'to_jsonb(r)') RETURNS void LANGUAGE plpgsql SET search_path = desk AS $$
BEGIN
  EXECUTE format('CREATE FUNCTION fact(r %s) RETURNS jsonb LANGUAGE plpgsql STABLE SET timezone = ''UTC'' AS $f$ BEGIN RETURN %s; END $f$', facts, content_of);
  EXECUTE format('CREATE FUNCTION fact_key(r %s) RETURNS text LANGUAGE plpgsql STABLE AS $f$ BEGIN RETURN r.%I::text; END $f$', facts, key_column);
  EXECUTE format('CREATE FUNCTION fact_area(r %s) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $f$ BEGIN RETURN %s; END $f$', facts, area_of);
  EXECUTE format('CREATE TRIGGER witness AFTER INSERT ON %s FOR EACH ROW EXECUTE FUNCTION witness()', facts);
  EXECUTE format($q$
    INSERT INTO audit_entry (action, object, area, work, channel, details)
    SELECT 'row.' || %L, fact_key(r), coalesce(fact_area(r), ''), 'migration', 'DATABASE', jsonb_build_object('digest', row_digest(fact(r))) FROM %s r
    $q$, facts::text, facts);
END $$;
REVOKE EXECUTE ON FUNCTION keep_witness(regclass, name, text, text), witness() FROM PUBLIC;

-- Rows that are not what the trail saw being written, row by row of every witnessed table; also tables whose witness was sent away.
CREATE FUNCTION altered_rows() RETURNS TABLE (kind text, id text) LANGUAGE plpgsql STABLE SET search_path = desk AS $$
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
      WHERE seen.digest IS DISTINCT FROM stands.digest OR seen.times > 1
      $q$, facts);
  END LOOP;
END $$;

CREATE FUNCTION witnessed_rows() RETURNS bigint LANGUAGE sql STABLE SET search_path = desk AS $$
  SELECT count(*) FROM audit_entry WHERE channel = 'DATABASE' AND action LIKE 'row.%'
$$;

-- The copy of a photo that people look at has a digest of its own; the original is its own name.
ALTER TABLE photo ADD COLUMN cleaned_sha256 text;
UPDATE photo SET cleaned_sha256 = encode(sha256(cleaned), 'hex');
ALTER TABLE photo ALTER COLUMN cleaned_sha256 SET NOT NULL;
CREATE FUNCTION photo_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.cleaned_sha256 := encode(sha256(NEW.cleaned), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER photo_digest BEFORE INSERT ON photo FOR EACH ROW EXECUTE FUNCTION photo_digest();
SELECT keep_witness('photo', 'sha256',
  '(SELECT CASE WHEN count(DISTINCT left(area, 6)) = 1 THEN min(left(area, 6)) ELSE min(left(area, 4)) END FROM staff_role WHERE staff_id = r.uploaded_by)',
  $$jsonb_build_object('sha256', r.sha256, 'media_type', r.media_type, 'width', r.width, 'height', r.height, 'cleaned_sha256', r.cleaned_sha256,
      'uploaded_by', r.uploaded_by, 'uploaded_at', r.uploaded_at)$$);

REVOKE UPDATE, DELETE ON c1_photo_rejection FROM ${appRole};
SELECT keep_witness('c1_version', 'id', '(SELECT tps_code FROM c1_form f WHERE f.id = r.form_id)');
SELECT keep_witness('c1_rekeying', 'id', '(SELECT tps_code FROM c1_form f WHERE f.id = r.form_id)');
SELECT keep_witness('c1_photo_rejection', 'id', '(SELECT tps_code FROM c1_form f WHERE f.id = r.form_id)');
SELECT keep_witness('c1_decision', 'id', '(SELECT tps_code FROM c1_form f WHERE f.id = r.form_id)');

-- Read by work for the whole installation and by who watches over the place; written by everybody, for nobody may act unrecorded.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY territory ON audit_entry FOR SELECT USING (
  (SELECT 'system' = ANY (string_to_array(current_setting('desk.scope', true), ',')))
  OR left(area, 6) = ANY ((SELECT string_to_array(current_setting('desk.scope', true), ','))::text[])
  OR left(area, 4) = ANY ((SELECT string_to_array(current_setting('desk.scope', true), ','))::text[])
  OR left(area, 2) = ANY ((SELECT string_to_array(current_setting('desk.scope', true), ','))::text[]));
CREATE POLICY everybody_writes ON audit_entry FOR INSERT WITH CHECK (true);
