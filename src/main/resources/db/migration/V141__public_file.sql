-- The public pages as they are handed out, bytes and all: written by one node at a time, read by each node once a version.
CREATE TABLE public_file (
  path         text PRIMARY KEY,
  content_type text NOT NULL,
  etag         text NOT NULL,
  body         bytea NOT NULL,
  changed_at   timestamptz NOT NULL,
  version      bigint NOT NULL
);
COMMENT ON COLUMN public_file.body IS 'gzip';
COMMENT ON COLUMN public_file.version IS 'The edition in which these bytes were first written';
CREATE INDEX public_file_version ON public_file (version);

CREATE TABLE public_edition (
  id      boolean PRIMARY KEY DEFAULT true CHECK (id),
  version bigint NOT NULL,
  read_at timestamptz,
  wake_at timestamptz
);
COMMENT ON COLUMN public_edition.version IS 'Grows whenever a file is written or taken away';
COMMENT ON COLUMN public_edition.read_at IS 'When the figures were last looked at, whether or not a file changed by that; null when they are to be looked at at once';
COMMENT ON COLUMN public_edition.wake_at IS 'When something becomes public by the clock alone';
