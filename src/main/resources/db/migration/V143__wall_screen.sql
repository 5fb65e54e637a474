-- Screens on a wall that stay on through the night (docs/adr/0050). Each browser has a key of its own, of which only the digest is kept; it opens the wall and nothing else.
CREATE TABLE wall_screen (
  id         uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  area       text NOT NULL,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  election   text,
  round      text,
  with_votes boolean NOT NULL,
  opened_by  bigint NOT NULL REFERENCES staff_member,
  opened_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  seen_at    timestamptz,
  address    text,
  device     text,
  ended_at   timestamptz,
  ended_by   bigint REFERENCES staff_member,
  CHECK (expires_at > opened_at AND expires_at <= opened_at + interval '48 hours'),
  CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
);
COMMENT ON COLUMN wall_screen.election IS 'Code; null: the round that is under way, as is round';
COMMENT ON COLUMN wall_screen.ended_by IS 'Who ended it before its time; null with ended_at: whoever opened it may no longer show the wall';
CREATE INDEX wall_screen_expiry ON wall_screen (expires_at);
SELECT guard_for_system('wall_screen');
