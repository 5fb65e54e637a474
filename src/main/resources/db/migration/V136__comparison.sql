-- What KPU has published, beside our own record and never in it, and what was found where the two differ.
CREATE TABLE official_import (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id       bigint NOT NULL,
  race_id        bigint NOT NULL,
  area           text NOT NULL,
  file_name      text,
  format         text NOT NULL CHECK (format IN ('TABLE', 'KPU_JSON', 'KPU_ZIP')),
  source         text NOT NULL,
  published_at   timestamptz,
  sha256         text NOT NULL,
  places         int NOT NULL,
  empty_places   int NOT NULL,
  imported_by_id bigint NOT NULL,
  imported_at    timestamptz NOT NULL,
  run            int NOT NULL DEFAULT 1,
  state          text NOT NULL DEFAULT 'COMPARING' CHECK (state IN ('COMPARING', 'DONE')),
  summary        jsonb,
  ended_at       timestamptz,
  UNIQUE (round_id, race_id, sha256)
);
COMMENT ON COLUMN official_import.published_at IS 'What the file says about when it was published; null where it says nothing';
COMMENT ON COLUMN official_import.empty_places IS 'Of the places those without figures as yet';
COMMENT ON COLUMN official_import.run IS 'Grows when the comparison is begun again after its end; each run is an instance of the process';
COMMENT ON COLUMN official_import.summary IS 'What the comparison came to when it ended last';

CREATE TABLE official_figure (
  import_id      bigint NOT NULL REFERENCES official_import,
  round_id       bigint NOT NULL,
  race_id        bigint NOT NULL,
  area           text NOT NULL,
  level          text NOT NULL CHECK (level IN ('TPS', 'VILLAGE', 'DISTRICT', 'REGENCY', 'PROVINCE')),
  is_empty       boolean NOT NULL,
  figures        jsonb NOT NULL,
  stations       int,
  stations_in    int,
  is_current     boolean NOT NULL DEFAULT true,
  PRIMARY KEY (import_id, area)
);
COMMENT ON COLUMN official_figure.figures IS 'Numbers by their path in the form, e.g. votes.1; what KPU did not publish is absent';
COMMENT ON COLUMN official_figure.stations_in IS 'Of the stations of a region those whose figures KPU had added up';
COMMENT ON COLUMN official_figure.is_current IS 'Whether no later import speaks of the same place';
CREATE UNIQUE INDEX official_figure_current ON official_figure (round_id, race_id, area) WHERE is_current;

CREATE TABLE official_candidate (
  race_id       bigint NOT NULL,
  kpu_id        text NOT NULL,
  ballot_number int NOT NULL,
  PRIMARY KEY (race_id, kpu_id)
);
COMMENT ON TABLE official_candidate IS 'KPU names candidates in its files by numbers of its own';

CREATE TABLE official_difference (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id      bigint NOT NULL REFERENCES official_import,
  round_id       bigint NOT NULL,
  race_id        bigint NOT NULL,
  area           text NOT NULL,
  level          text NOT NULL,
  fields         jsonb NOT NULL,
  weight         bigint NOT NULL,
  version_no     int,
  state          text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'TRACED', 'GONE')),
  handed_out     boolean NOT NULL DEFAULT false,
  task_id        text,
  found_at       timestamptz NOT NULL,
  cause          text CHECK (cause IN ('OUR_MISREADING', 'OFFICIAL_DIFFERS', 'FORM_INCONSISTENT', 'UNREADABLE', 'OTHER')),
  note           text,
  correction     jsonb,
  traced_by_id   bigint,
  traced_at      timestamptz,
  gone_at        timestamptz,
  CHECK (state <> 'TRACED' OR cause IS NOT NULL AND traced_by_id IS NOT NULL),
  CHECK ((state = 'GONE') = (gone_at IS NOT NULL))
);
COMMENT ON COLUMN official_difference.fields IS 'Path of each number that differs, with ours and the published one: {"votes.1": [120, 121]}';
COMMENT ON COLUMN official_difference.version_no IS 'Version of our form that was compared; null for regions';
COMMENT ON COLUMN official_difference.correction IS 'What whoever traced it reads in the photo, where a correction of ours is asked for';
CREATE UNIQUE INDEX official_difference_live ON official_difference (round_id, race_id, area) WHERE state <> 'GONE';
CREATE INDEX official_difference_import ON official_difference (import_id, state);
CREATE INDEX official_difference_task ON official_difference (task_id);

SELECT guard_by_area('official_import', 'area');
SELECT guard_by_area('official_figure', 'area');
SELECT guard_by_area('official_difference', 'area');
