-- What a person sees of their own sessions, and what ends one before its time. Who was signed in signs in once more.
DELETE FROM staff_session;
ALTER TABLE staff_session
  ADD COLUMN id           uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN idle_seconds int,
  ADD COLUMN roles        text,
  ADD COLUMN address      text,
  ADD COLUMN device       text;
COMMENT ON COLUMN staff_session.idle_seconds IS 'the session ends when it was not used for so long; null = never for that';
COMMENT ON COLUMN staff_session.roles IS 'digest of the roles held when it was opened: with others it is over; null = whatever they are';
