-- A signing key may be retired and sealed anew; what it is stays, because seals are checked with it for ever.
CREATE FUNCTION signing_key_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.key_id, NEW.public_key, NEW.made_at) IS DISTINCT FROM (OLD.key_id, OLD.public_key, OLD.made_at)
    OR (OLD.retired_at IS NOT NULL AND NEW.retired_at IS DISTINCT FROM OLD.retired_at) THEN
    RAISE EXCEPTION 'signing_key is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signing_key_stays BEFORE UPDATE ON signing_key FOR EACH ROW EXECUTE FUNCTION signing_key_stays();
