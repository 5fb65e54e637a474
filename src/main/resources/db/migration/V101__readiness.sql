-- What is looked at, as data: an installation adds items and retires them (import checklist-items); a retired item stays for the reports that name it.
CREATE TABLE checklist_item (
  code           text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  stage          text NOT NULL CHECK (stage IN ('SITE', 'LOGISTICS')),
  item_group     text NOT NULL CHECK (item_group IN ('SITE', 'ACCESS', 'POWER', 'SIGNAL', 'FLOOD', 'CONFLICT', 'PEOPLE', 'HELP', 'LOGISTICS')),
  label          text NOT NULL,
  label_en       text NOT NULL,
  owner          text CHECK (owner ~ '^[a-z0-9]{2,20}$'),
  blocking       boolean NOT NULL,
  follow_up_days int NOT NULL DEFAULT 3 CHECK (follow_up_days BETWEEN 0 AND 30),
  position       int NOT NULL,
  active         boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN checklist_item.owner IS 'Who mends it where the table readiness-follow-up would send it elsewhere: code of an agency, or camat';
COMMENT ON COLUMN checklist_item.blocking IS 'Without it nobody can vote there: not ready. Otherwise it is a condition';

INSERT INTO checklist_item (position, code, stage, item_group, blocking, owner, label, label_en) VALUES
  (10, 'BUILT', 'SITE', 'SITE', false, NULL, 'Lokasi TPS pasti dan boleh dipakai', 'The place is settled and may be used'),
  (20, 'AREA', 'SITE', 'SITE', false, NULL, 'Luas sekitar 10 x 8 meter', 'About 10 by 8 metres'),
  (30, 'ROOF', 'SITE', 'SITE', true, NULL, 'Atap atau tenda tersedia', 'Roof or tent'),
  (40, 'ALTERNATIVE', 'SITE', 'SITE', false, NULL, 'Lokasi cadangan ditentukan', 'An alternative place is named'),
  (50, 'STEP_FREE', 'SITE', 'ACCESS', false, NULL, 'Pintu masuk tanpa anak tangga', 'Entrance without steps'),
  (60, 'WHEELCHAIR', 'SITE', 'ACCESS', false, NULL, 'Meja 90-100 cm dengan ruang untuk kursi roda', 'Table of 90-100 cm with room for a wheelchair'),
  (70, 'FLOOD_SAFE', 'SITE', 'FLOOD', false, NULL, 'Aman dari banjir dan angin: dekat bangunan kokoh, bukan di bawah pohon atau tanah terbuka', 'Safe from flood and wind: near a solid building, not under trees or in the open'),
  (80, 'EVACUATION', 'SITE', 'FLOOD', false, NULL, 'Jalur evakuasi diketahui', 'Evacuation route known'),
  (90, 'MAINS', 'SITE', 'POWER', true, NULL, 'Listrik PLN atau genset', 'Mains or generator'),
  (100, 'LAMPS', 'SITE', 'POWER', false, NULL, 'Lampu untuk penghitungan malam', 'Lamps for counting at night'),
  (110, 'KPPS', 'SITE', 'PEOPLE', true, 'kpu', '7 anggota KPPS', '7 KPPS members'),
  (120, 'LINMAS', 'SITE', 'PEOPLE', false, 'satpolpp', '2 anggota Linmas', '2 Linmas guards'),
  (130, 'SCREENED', 'SITE', 'PEOPLE', false, 'dinkes', 'Petugas sudah skrining kesehatan', 'Officers have been screened'),
  (140, 'PTPS', 'SITE', 'PEOPLE', false, 'bawaslu', 'Pengawas TPS (PTPS) ditunjuk', 'Supervisor (PTPS) named'),
  (150, 'POLICE', 'SITE', 'PEOPLE', false, 'polri', 'Petugas kepolisian ditunjuk', 'Police officer named'),
  (160, 'CALM', 'SITE', 'CONFLICT', false, NULL, 'Lingkungan tenang, tidak ada potensi konflik', 'Calm surroundings, no conflict in sight'),
  (170, 'PUSKESMAS', 'SITE', 'HELP', false, NULL, 'Puskesmas atau ambulans terdekat diketahui, dengan jaraknya', 'Nearest puskesmas or ambulance known, with its distance'),
  (180, 'BPBD_POST', 'SITE', 'HELP', false, NULL, 'Pos BPBD terdekat diketahui, dengan jaraknya', 'Nearest BPBD post known, with its distance'),
  (210, 'BALLOT_BOX', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Kotak diterima, segel utuh (keterangan KPPS)', 'Boxes received, seals intact (as the KPPS say)'),
  (220, 'BOOTHS', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Bilik suara', 'Voting booths'),
  (230, 'INK', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Tinta', 'Ink'),
  (240, 'SEALS', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Segel', 'Seals'),
  (250, 'PUNCH', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Alat coblos dan alasnya', 'Punching tools'),
  (260, 'C1_FORMS', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Formulir C.Hasil', 'C.Hasil forms'),
  (270, 'VOTER_LIST', 'LOGISTICS', 'LOGISTICS', true, NULL, 'Salinan daftar pemilih', 'Copies of the voter list'),
  (280, 'POSTERS', 'LOGISTICS', 'LOGISTICS', false, NULL, 'Daftar pasangan calon', 'Candidate posters'),
  (290, 'BLIND_AID', 'LOGISTICS', 'LOGISTICS', false, NULL, 'Alat bantu tunanetra', 'Aid for the blind');

-- Every accepted report, as it was; what a TPS looks like now stands in the tables below.
CREATE TABLE readiness_report (
  report_id     uuid PRIMARY KEY,
  seq           bigint NOT NULL,
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  stage         text NOT NULL CHECK (stage IN ('SITE', 'LOGISTICS')),
  version       int NOT NULL,
  items         jsonb NOT NULL,
  connectivity  text CHECK (connectivity IN ('GOOD', 'WEAK', 'NONE')),
  flood_risk    boolean,
  kpps_present  int,
  linmas_present int,
  lat           double precision,
  lng           double precision,
  photos        text[] NOT NULL,
  source        text NOT NULL,
  reporter_id   bigint NOT NULL,
  entered_by_id bigint NOT NULL,
  observed_at   timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  UNIQUE (round_id, tps_code, stage, version)
);
REVOKE UPDATE, DELETE ON readiness_report FROM ${appRole};
SELECT guard_by_area('readiness_report', 'tps_code');
SELECT keep_witness('readiness_report', 'report_id', 'r.tps_code');

-- One row for each TPS whose readiness was asked for or reported.
CREATE TABLE readiness (
  round_id        bigint NOT NULL,
  tps_code        text NOT NULL,
  village_area    text NOT NULL,
  district_area   text NOT NULL,
  state           text NOT NULL DEFAULT 'UNCHECKED' CHECK (state IN ('UNCHECKED', 'READY', 'CONDITIONAL', 'NOT_READY')),
  site_state      text NOT NULL DEFAULT 'UNCHECKED' CHECK (site_state IN ('UNCHECKED', 'READY', 'CONDITIONAL', 'NOT_READY')),
  logistics_state text NOT NULL DEFAULT 'UNCHECKED' CHECK (logistics_state IN ('UNCHECKED', 'READY', 'CONDITIONAL', 'NOT_READY')),
  site_seq        bigint,
  logistics_seq   bigint,
  connectivity    text CHECK (connectivity IN ('GOOD', 'WEAK', 'NONE')),
  flood_risk      boolean NOT NULL DEFAULT false,
  lat             double precision,
  lng             double precision,
  checked_at      timestamptz,
  stage           text CHECK (stage IN ('SITE', 'LOGISTICS')),
  work_due_at     timestamptz,
  PRIMARY KEY (round_id, tps_code)
);
COMMENT ON COLUMN readiness.stage IS 'The stage its running case is at; null when none runs';
COMMENT ON COLUMN readiness.work_due_at IS 'The deadline that the case was last given, to be moved when the schedule says otherwise';
CREATE INDEX readiness_village ON readiness (round_id, village_area);
SELECT guard_by_area('readiness', 'district_area');

CREATE TABLE readiness_answer (
  round_id  bigint NOT NULL,
  tps_code  text NOT NULL,
  item_code text NOT NULL,
  answer    text NOT NULL CHECK (answer IN ('OK', 'MISSING', 'DAMAGED', 'UNKNOWN')),
  report_id uuid NOT NULL,
  PRIMARY KEY (round_id, tps_code, item_code)
);
SELECT guard_by_area('readiness_answer', 'tps_code');

-- What is missing at a TPS, who mends it, and how far that is. Beside items of the checklist there are FLOOD_RISK and OFFLINE_PLAN.
CREATE TABLE readiness_shortcoming (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  district_area text NOT NULL,
  stage         text NOT NULL CHECK (stage IN ('SITE', 'LOGISTICS')),
  item_code     text NOT NULL,
  answer        text NOT NULL,
  owner         text,
  blocking      boolean NOT NULL,
  state         text NOT NULL CHECK (state IN ('OPEN', 'HANDLED', 'ACCEPTED', 'CLOSED')),
  opened_at     timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  UNIQUE (round_id, tps_code, item_code)
);
COMMENT ON COLUMN readiness_shortcoming.owner IS 'Null: nobody has to mend it, it is unknown and has to be looked at';
COMMENT ON COLUMN readiness_shortcoming.state IS 'OPEN: to be mended; HANDLED: its owner says it is; ACCEPTED: the desk takes it with a note; CLOSED: a report says it is there';
CREATE INDEX readiness_shortcoming_open ON readiness_shortcoming (round_id, owner, due_at) WHERE state <> 'CLOSED';
SELECT guard_by_area('readiness_shortcoming', 'tps_code');

-- What was said and decided about the shortcomings of a TPS, never changed.
CREATE TABLE readiness_note (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id      bigint NOT NULL,
  tps_code      text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('HANDLED', 'ACCEPTED', 'PASSED_ON', 'KPU_DECIDED')),
  stage         text NOT NULL CHECK (stage IN ('SITE', 'LOGISTICS')),
  owner         text,
  items         text[] NOT NULL DEFAULT '{}',
  text          text,
  number        text,
  decided_on    date,
  relocated     boolean,
  staff_id      bigint NOT NULL,
  at            timestamptz NOT NULL
);
CREATE INDEX readiness_note_tps ON readiness_note (round_id, tps_code, at);
REVOKE UPDATE, DELETE ON readiness_note FROM ${appRole};
SELECT guard_by_area('readiness_note', 'tps_code');
SELECT keep_witness('readiness_note', 'id', 'r.tps_code');
