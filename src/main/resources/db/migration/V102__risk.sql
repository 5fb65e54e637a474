-- Which vulnerabilities are looked for. Bawaslu's set (8 variables) and the desk's own; an installation imports others over them (import kind risk-indicators).
CREATE TABLE risk_indicator (
  code     text PRIMARY KEY CHECK (code ~ '^[A-Z0-9_]{2,40}$'),
  set_name text NOT NULL,
  variable text NOT NULL,
  label    text NOT NULL,
  label_en text,
  weight   int NOT NULL CHECK (weight BETWEEN 1 AND 5),
  owner    text NOT NULL CHECK (owner ~ '^[a-z0-9]{2,20}$'),
  active   boolean NOT NULL DEFAULT true,
  position int NOT NULL
);
COMMENT ON COLUMN risk_indicator.variable IS 'Code of a known variable, or its name as the installation writes it';
COMMENT ON COLUMN risk_indicator.owner IS 'Code of the agency that deals with it (bpbd for the role agency-bpbd), or desk';

INSERT INTO risk_indicator (position, code, set_name, variable, weight, owner, label, label_en) VALUES
  (1, 'VOTERS_INELIGIBLE', 'BAWASLU', 'VOTING_RIGHTS', 1, 'kpu', 'Pemilih DPT yang tidak memenuhi syarat (TMS)', 'Listed voters who do not qualify'),
  (2, 'VOTERS_MOVED', 'BAWASLU', 'VOTING_RIGHTS', 1, 'kpu', 'Pemilih pindahan', 'Voters who moved in'),
  (3, 'VOTERS_UNLISTED', 'BAWASLU', 'VOTING_RIGHTS', 2, 'kpu', 'Potensi pemilih memenuhi syarat yang tidak terdaftar di DPT', 'Qualified voters who are not on the list'),
  (4, 'OFFICERS_FROM_ELSEWHERE', 'BAWASLU', 'VOTING_RIGHTS', 1, 'kpu', 'Penyelenggara pemilihan bertugas di luar domisili TPS-nya', 'Officers who serve away from their own TPS'),
  (5, 'VOTERS_DISABLED', 'BAWASLU', 'VOTING_RIGHTS', 1, 'kpu', 'Pemilih disabilitas terdaftar di DPT', 'Disabled voters on the list'),
  (6, 'HISTORY_NOKEN', 'BAWASLU', 'VOTING_RIGHTS', 2, 'kpu', 'Riwayat sistem noken tidak sesuai ketentuan', 'Noken voting against the rules before'),
  (7, 'HISTORY_REVOTE', 'BAWASLU', 'VOTING_RIGHTS', 2, 'kpu', 'Riwayat pemungutan atau penghitungan suara ulang (PSU/PSSU)', 'Revote or recount before'),
  (8, 'HISTORY_VIOLENCE', 'BAWASLU', 'SECURITY', 4, 'polri', 'Riwayat kekerasan di TPS', 'Violence at the TPS before'),
  (9, 'HISTORY_INTIMIDATION', 'BAWASLU', 'SECURITY', 3, 'polri', 'Riwayat intimidasi kepada penyelenggara', 'Officers intimidated before'),
  (10, 'HISTORY_REFUSAL', 'BAWASLU', 'SECURITY', 3, 'polri', 'Riwayat penolakan penyelenggaraan pemungutan suara', 'Voting refused before'),
  (11, 'HISTORY_MONEY', 'BAWASLU', 'MONEY_POLITICS', 3, 'bawaslu', 'Riwayat pemberian uang atau barang di sekitar TPS', 'Money or goods given near the TPS before'),
  (12, 'HISTORY_SARA', 'BAWASLU', 'SARA', 3, 'bawaslu', 'Riwayat praktik menghina atau menghasut terkait SARA', 'Incitement about ethnicity, religion, race or group before'),
  (13, 'HISTORY_KPPS_CAMPAIGN', 'BAWASLU', 'NEUTRALITY', 2, 'bawaslu', 'Riwayat petugas KPPS berkampanye untuk peserta pemilihan', 'KPPS officers campaigned before'),
  (14, 'HISTORY_OFFICIALS', 'BAWASLU', 'NEUTRALITY', 2, 'bawaslu', 'Riwayat ASN, TNI/Polri, kepala desa atau perangkat desa tidak netral', 'Officials took sides before'),
  (15, 'LOGISTICS_DAMAGED', 'BAWASLU', 'LOGISTICS', 2, 'kpu', 'Riwayat kerusakan logistik pemungutan suara', 'Damaged voting supplies before'),
  (16, 'LOGISTICS_MISSING', 'BAWASLU', 'LOGISTICS', 2, 'kpu', 'Riwayat kekurangan, kelebihan atau tidak tersedianya logistik', 'Missing or superfluous voting supplies before'),
  (17, 'LOGISTICS_LATE', 'BAWASLU', 'LOGISTICS', 2, 'kpu', 'Riwayat keterlambatan distribusi logistik', 'Voting supplies late before'),
  (18, 'LOGISTICS_SWAPPED', 'BAWASLU', 'LOGISTICS', 2, 'kpu', 'Riwayat logistik tertukar', 'Voting supplies swapped before'),
  (19, 'HARD_TO_REACH', 'BAWASLU', 'LOCATION', 2, 'desk', 'TPS sulit dijangkau karena letak atau cuaca', 'TPS hard to reach because of terrain or weather'),
  (20, 'CONFLICT_AREA', 'BAWASLU', 'LOCATION', 4, 'polri', 'TPS di wilayah rawan konflik', 'TPS in an area prone to conflict'),
  (21, 'DISASTER_AREA', 'BAWASLU', 'LOCATION', 3, 'bpbd', 'TPS di wilayah rawan bencana', 'TPS in an area prone to disaster'),
  (22, 'NEAR_SCHOOL', 'BAWASLU', 'LOCATION', 1, 'kpu', 'TPS dekat lembaga pendidikan yang siswanya berpotensi memiliki hak pilih', 'TPS near a school whose students may vote'),
  (23, 'NEAR_CAMPAIGN_POST', 'BAWASLU', 'LOCATION', 2, 'bawaslu', 'TPS dekat rumah peserta pemilihan atau posko tim kampanye', 'TPS near the house of a candidate or a campaign post'),
  (24, 'SPECIAL_LOCATION', 'BAWASLU', 'LOCATION', 1, 'kpu', 'TPS di lokasi khusus', 'TPS at a special location'),
  (25, 'NEAR_WORKPLACE', 'BAWASLU', 'LOCATION', 1, 'kpu', 'TPS dekat wilayah kerja (tambang, pabrik)', 'TPS near a workplace (mine, factory)'),
  (26, 'NO_INTERNET', 'BAWASLU', 'POWER_INTERNET', 2, 'diskominfo', 'Kendala jaringan internet di lokasi TPS', 'No reliable internet at the TPS'),
  (27, 'NO_POWER', 'BAWASLU', 'POWER_INTERNET', 2, 'pln', 'Kendala aliran listrik di lokasi TPS', 'No reliable power at the TPS'),
  (41, 'FLOOD', 'DESK', 'FLOOD', 3, 'bpbd', 'Rawan banjir', 'Prone to floods'),
  (42, 'BLANK_SPOT', 'DESK', 'BLANK_SPOT', 3, 'diskominfo', 'Tidak ada sinyal (blank spot)', 'No signal (blank spot)'),
  (43, 'REMOTE', 'DESK', 'REMOTE', 2, 'desk', 'Terpencil, perlu kunjungan pimpinan', 'Remote, to be visited by the leaders'),
  (44, 'CONFLICT', 'DESK', 'CONFLICT', 5, 'polri', 'Rawan konflik', 'Prone to conflict');

-- A risk of a place at any level: a region or a TPS of an election. Never deleted.
CREATE TABLE risk (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  election_id     bigint NOT NULL,
  area            text NOT NULL CHECK (area ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10}|[0-9]{13})$'),
  indicator       text NOT NULL REFERENCES risk_indicator,
  note            text,
  state           text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED')),
  close_reason    text,
  mitigation      text NOT NULL DEFAULT 'NONE' CHECK (mitigation IN ('NONE', 'HANDED', 'ACKNOWLEDGED', 'PLANNED', 'DONE')),
  mitigation_due  date,
  handed_to       text,
  recorded_at     timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  UNIQUE (election_id, area, indicator),
  CHECK ((state = 'CLOSED') = (close_reason IS NOT NULL))
);
COMMENT ON COLUMN risk.mitigation IS 'How far its newest hand-over has come; kept by the hand-over';
CREATE INDEX risk_area ON risk (election_id, area COLLATE "C");
SELECT guard_by_area('risk', 'area');
-- What holds for the whole regency or province holds in each of its districts.
CREATE POLICY above_the_district ON risk FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));

CREATE TABLE risk_event (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  risk_id  bigint NOT NULL REFERENCES risk,
  act      text NOT NULL CHECK (act IN ('RECORDED', 'CHANGED', 'CLOSED', 'REOPENED', 'HANDED_OVER', 'ACKNOWLEDGED', 'DECLINED', 'TAKEN_BACK', 'MITIGATED')),
  detail   text,
  actor_id bigint,
  at       timestamptz NOT NULL
);
CREATE INDEX risk_event_risk ON risk_event (risk_id, id);
REVOKE UPDATE, DELETE ON risk_event FROM ${appRole};
SELECT guard_by_parent('risk_event', 'risk_id', 'risk');

-- Derived: a TPS by what is known of it and of the areas above it, a village also by what is known of its TPS, each indicator once. A place without a row has no risk.
CREATE TABLE risk_class (
  election_id   bigint NOT NULL,
  area          text NOT NULL,
  district_area text NOT NULL,
  score         int NOT NULL,
  highest       int NOT NULL,
  level         text NOT NULL CHECK (level IN ('LOW', 'MEDIUM', 'HIGH')),
  indicators    text[] NOT NULL,
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (election_id, area)
);
CREATE INDEX risk_class_area ON risk_class (election_id, area COLLATE "C");
SELECT guard_by_area('risk_class', 'district_area');

-- A list that the desk hands over to one agency, as a case of risk-mitigation.
CREATE TABLE risk_handover (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id        bigint NOT NULL,
  area            text NOT NULL,
  indicators      text[] NOT NULL,
  agency          text NOT NULL CHECK (agency ~ '^[a-z0-9]{2,20}$'),
  note            text,
  attempt         int NOT NULL DEFAULT 0,
  state           text NOT NULL CHECK (state IN ('PROPOSED', 'HANDED', 'ACKNOWLEDGED', 'DONE', 'WITHDRAWN')),
  acknowledge_by  timestamptz NOT NULL,
  measures_by     timestamptz NOT NULL,
  by_schedule     boolean NOT NULL,
  proposed_at     timestamptz NOT NULL,
  proposed_by_id  bigint,
  handed_at       timestamptz,
  handed_by_id    bigint,
  acknowledged_at timestamptz,
  finished_at     timestamptz,
  lock_version    int NOT NULL DEFAULT 0
);
COMMENT ON COLUMN risk_handover.by_schedule IS 'Whether measures_by follows the schedule; false once the desk has set a date';
CREATE INDEX risk_handover_round ON risk_handover (round_id, id);
SELECT guard_by_area('risk_handover', 'area');

-- The list as it was when it was handed over. One risk lies with one agency once at a time.
CREATE TABLE risk_handover_item (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  handover_id bigint NOT NULL REFERENCES risk_handover,
  attempt     int NOT NULL,
  agency      text NOT NULL,
  risk_id     bigint NOT NULL REFERENCES risk,
  area        text NOT NULL,
  place       text NOT NULL,
  indicator   text NOT NULL,
  label       text NOT NULL,
  note        text,
  level       text,
  ended       text CHECK (ended IN ('DONE', 'DECLINED', 'TAKEN_BACK'))
);
CREATE INDEX risk_handover_item_list ON risk_handover_item (handover_id, attempt, area);
CREATE INDEX risk_handover_item_risk ON risk_handover_item (risk_id);
CREATE UNIQUE INDEX risk_handover_item_open ON risk_handover_item (risk_id, agency) WHERE ended IS NULL;
REVOKE DELETE ON risk_handover_item FROM ${appRole};
SELECT guard_by_area('risk_handover_item', 'area');
CREATE POLICY above_the_district ON risk_handover_item FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));

-- What the agency does about its list: for a place of it (a region stands for everything of the list inside it), for one indicator or all.
CREATE TABLE risk_measure (
  id          uuid PRIMARY KEY,
  handover_id bigint NOT NULL REFERENCES risk_handover,
  agency      text NOT NULL,
  area        text NOT NULL,
  indicator   text,
  what        text NOT NULL,
  due_on      date NOT NULL,
  done_on     date,
  dropped     boolean NOT NULL DEFAULT false,
  written_at  timestamptz NOT NULL,
  written_by_id bigint NOT NULL
);
CREATE INDEX risk_measure_handover ON risk_measure (handover_id);
REVOKE DELETE ON risk_measure FROM ${appRole};
SELECT guard_by_area('risk_measure', 'area');
CREATE POLICY above_the_district ON risk_measure FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));

CREATE TABLE risk_handover_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  handover_id bigint NOT NULL REFERENCES risk_handover,
  step        text NOT NULL CHECK (step IN ('PROPOSED', 'HANDED', 'ACKNOWLEDGED', 'DECLINED', 'LATE', 'CALLED', 'TAKEN_BACK', 'MEASURES', 'DONE', 'WITHDRAWN')),
  agency      text NOT NULL,
  detail      text,
  actor_id    bigint,
  at          timestamptz NOT NULL
);
CREATE INDEX risk_handover_step_handover ON risk_handover_step (handover_id, id);
REVOKE UPDATE, DELETE ON risk_handover_step FROM ${appRole};
SELECT guard_by_parent('risk_handover_step', 'handover_id', 'risk_handover');
