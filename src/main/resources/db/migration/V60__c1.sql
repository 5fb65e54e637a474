CREATE TABLE c1_form (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id          bigint NOT NULL,
  race_id           bigint NOT NULL,
  tps_code          text NOT NULL,
  village_area      text NOT NULL,
  district_area     text NOT NULL,
  state             text NOT NULL CHECK (state IN ('RECEIVED', 'IN_VERIFICATION', 'PHOTO_REJECTED', 'DISPUTED', 'MATCHED_WITH_INCONSISTENCY', 'VERIFIED', 'VERIFIED_WITH_NOTES')),
  held              boolean NOT NULL,
  current_no        int NOT NULL,
  decided_no        int,
  extent            text NOT NULL DEFAULT 'VOTES' CHECK (extent IN ('VOTES', 'ALL')),
  opened_to         text NOT NULL DEFAULT 'DISTRICT' CHECK (opened_to IN ('DISTRICT', 'WIDE')),
  began_at          timestamptz,
  correction_open   boolean NOT NULL DEFAULT false,
  lock_version      int NOT NULL DEFAULT 0,
  UNIQUE (round_id, race_id, tps_code)
);
CREATE INDEX c1_form_village ON c1_form (round_id, village_area);
CREATE INDEX c1_form_queue ON c1_form (district_area) WHERE state IN ('RECEIVED', 'IN_VERIFICATION');

CREATE TABLE c1_version (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  form_id       bigint NOT NULL REFERENCES c1_form,
  no            int NOT NULL,
  origin        text NOT NULL CHECK (origin IN ('FIRST', 'OWN_CORRECTION', 'CONFLICT', 'LATE_CORRECTION', 'DECISION')),
  report_id     uuid,
  data          jsonb NOT NULL,
  rules         jsonb NOT NULL,
  source        text NOT NULL,
  reporter_id   bigint NOT NULL,
  entered_by_id bigint NOT NULL,
  reason        text,
  captured_at   timestamptz NOT NULL,
  UNIQUE (form_id, no),
  UNIQUE (report_id)
);
REVOKE UPDATE, DELETE ON c1_version FROM ${appRole};

-- Photos that reports name for a TPS and race; a photo may be named before it arrives and before the numbers do.
CREATE TABLE c1_photo (
  round_id  bigint NOT NULL,
  race_id   bigint NOT NULL,
  tps_code  text NOT NULL,
  sha256    text NOT NULL,
  report_id uuid NOT NULL,
  added_at  timestamptz NOT NULL,
  rejected  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (round_id, race_id, tps_code, sha256)
);
CREATE INDEX c1_photo_hash ON c1_photo (sha256);

CREATE TABLE c1_repeat (
  form_id   bigint NOT NULL REFERENCES c1_form,
  report_id uuid PRIMARY KEY,
  noted_at  timestamptz NOT NULL
);

CREATE TABLE c1_rekeying (
  id          uuid PRIMARY KEY,
  form_id     bigint NOT NULL REFERENCES c1_form,
  version_no  int NOT NULL,
  extent      text NOT NULL CHECK (extent IN ('VOTES', 'ALL')),
  data        jsonb NOT NULL,
  matches     boolean NOT NULL,
  verifier_id bigint NOT NULL,
  at          timestamptz NOT NULL,
  UNIQUE (form_id, version_no)
);
REVOKE UPDATE, DELETE ON c1_rekeying FROM ${appRole};

CREATE TABLE c1_photo_rejection (
  id          uuid PRIMARY KEY,
  form_id     bigint NOT NULL REFERENCES c1_form,
  version_no  int NOT NULL,
  reason      text NOT NULL CHECK (reason IN ('MISSING', 'UNREADABLE', 'OTHER_TPS')),
  verifier_id bigint NOT NULL,
  at          timestamptz NOT NULL
);

CREATE TABLE c1_decision (
  id            uuid PRIMARY KEY,
  form_id       bigint NOT NULL REFERENCES c1_form,
  kind          text NOT NULL CHECK (kind IN ('DIFFERENCE', 'INCONSISTENCY', 'CORRECTION')),
  at_no         int NOT NULL,
  resulting_no  int NOT NULL,
  reason        text NOT NULL,
  decided_by_id bigint NOT NULL,
  at            timestamptz NOT NULL
);
REVOKE UPDATE, DELETE ON c1_decision FROM ${appRole};

-- Who has seen the numbers of an undecided form may not re-key it.
CREATE TABLE c1_seen (
  form_id  bigint NOT NULL REFERENCES c1_form,
  staff_id bigint NOT NULL,
  at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (form_id, staff_id)
);

-- "Not the same person" holds below the application too: nobody verifies, rejects or decides what they reported or typed, and nobody decides what they re-keyed.
CREATE FUNCTION c1_other_person() RETURNS trigger LANGUAGE plpgsql SET search_path = desk AS $$
DECLARE
  person bigint := CASE WHEN TG_TABLE_NAME = 'c1_decision' THEN (to_jsonb(NEW) ->> 'decided_by_id')::bigint ELSE (to_jsonb(NEW) ->> 'verifier_id')::bigint END;
BEGIN
  IF EXISTS (SELECT 1 FROM c1_version v WHERE v.form_id = NEW.form_id AND v.origin <> 'DECISION' AND person IN (v.reporter_id, v.entered_by_id)) THEN
    RAISE EXCEPTION 'person % reported or typed form %', person, NEW.form_id USING ERRCODE = 'check_violation', CONSTRAINT = 'c1_same_person';
  END IF;
  IF TG_TABLE_NAME = 'c1_decision' AND EXISTS (SELECT 1 FROM c1_rekeying r WHERE r.form_id = NEW.form_id AND r.verifier_id = person) THEN
    RAISE EXCEPTION 'person % re-keyed form %', person, NEW.form_id USING ERRCODE = 'check_violation', CONSTRAINT = 'c1_same_person';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c1_rekeying_other_person BEFORE INSERT ON c1_rekeying FOR EACH ROW EXECUTE FUNCTION c1_other_person();
CREATE TRIGGER c1_photo_rejection_other_person BEFORE INSERT ON c1_photo_rejection FOR EACH ROW EXECUTE FUNCTION c1_other_person();
CREATE TRIGGER c1_decision_other_person BEFORE INSERT ON c1_decision FOR EACH ROW EXECUTE FUNCTION c1_other_person();
