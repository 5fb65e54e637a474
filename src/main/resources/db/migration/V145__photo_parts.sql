-- Photos on their way, part by part (docs/adr/0057). What has arrived is its sender's alone and no photo yet: nobody else sees it, no report opens it.
CREATE TABLE photo_upload (
  uploaded_by bigint NOT NULL,
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  length      int NOT NULL CHECK (length BETWEEN 1 AND 8388608),
  received    int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
  touched_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (uploaded_by, sha256)
);
COMMENT ON COLUMN photo_upload.length IS 'Bytes of the whole file, as its sender announced them';
CREATE INDEX photo_upload_age ON photo_upload (touched_at);

-- A row a part, so that what is there is not written again with each part that follows.
CREATE TABLE photo_part (
  uploaded_by bigint NOT NULL,
  sha256      text NOT NULL,
  starts      int NOT NULL,
  bytes       bytea NOT NULL,
  PRIMARY KEY (uploaded_by, sha256, starts),
  FOREIGN KEY (uploaded_by, sha256) REFERENCES photo_upload ON DELETE CASCADE
);
ALTER TABLE photo_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE photo_upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY sender ON photo_upload USING (
  (SELECT 'system' = ANY (scope_areas())) OR uploaded_by::text = (SELECT current_setting('desk.person', true)));
ALTER TABLE photo_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY sender ON photo_part USING (
  (SELECT 'system' = ANY (scope_areas())) OR uploaded_by::text = (SELECT current_setting('desk.person', true)));
