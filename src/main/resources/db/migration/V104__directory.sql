-- Whom one calls. What stands at the regency is known in every district: the offices and numbers that serve them all.
CREATE TABLE agency (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code              text NOT NULL CHECK (code ~ '^[a-z0-9]{2,20}$'),
  area              text NOT NULL,
  name              text NOT NULL,
  channels          text NOT NULL DEFAULT '',
  confirmed_at      timestamptz,
  confirmed_by      bigint REFERENCES staff_member,
  confirmed_by_name text,
  UNIQUE (code, area)
);
COMMENT ON COLUMN agency.code IS 'The part of the role agency-<code> behind the hyphen';
COMMENT ON COLUMN agency.channels IS 'One line each: PHONE, WHATSAPP or EMAIL, a space, and the address (E.164 or a short number)';
SELECT guard_by_area('agency', 'area');
CREATE POLICY agencies_of_the_regency ON agency FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));

CREATE TABLE contact (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind              text NOT NULL,
  name              text NOT NULL,
  position          text,
  area              text NOT NULL,
  phone             text,
  whatsapp          text,
  note              text,
  confirmed_at      timestamptz,
  confirmed_by      bigint REFERENCES staff_member,
  confirmed_by_name text
);
COMMENT ON COLUMN contact.area IS 'Digits of a region or of a TPS';
CREATE UNIQUE INDEX contact_key ON contact (area, kind, lower(name));
CREATE INDEX contact_area ON contact (area text_pattern_ops);
SELECT guard_by_area('contact', 'area');
CREATE POLICY contacts_of_the_regency ON contact FOR SELECT USING (length(area) < 6 AND (SELECT cardinality(scope_areas()) > 0));

-- Who is on duty where and when.
CREATE TABLE duty_post (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  area text NOT NULL
);
CREATE UNIQUE INDEX duty_post_key ON duty_post (area, lower(name));

CREATE TABLE duty_shift (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  post_id   bigint NOT NULL REFERENCES duty_post,
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL,
  CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '24 hours'),
  UNIQUE (post_id, starts_at, ends_at)
);
CREATE INDEX duty_shift_time ON duty_shift (starts_at, ends_at);

CREATE TABLE duty_person (
  shift_id bigint NOT NULL REFERENCES duty_shift ON DELETE CASCADE,
  staff_id bigint NOT NULL REFERENCES staff_member,
  leads    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (shift_id, staff_id)
);
CREATE INDEX duty_person_staff ON duty_person (staff_id);

-- What one shift tells the next; it outlives the shift it was written in.
CREATE TABLE duty_note (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  post_id     bigint NOT NULL REFERENCES duty_post,
  text        text NOT NULL,
  staff_id    bigint NOT NULL REFERENCES staff_member,
  author_name text NOT NULL,
  written_at  timestamptz NOT NULL
);
CREATE INDEX duty_note_post ON duty_note (post_id, written_at DESC);
REVOKE UPDATE, DELETE ON duty_note FROM ${appRole};

SELECT guard_by_area('duty_post', 'area');
SELECT guard_by_parent('duty_shift', 'post_id', 'duty_post');
SELECT guard_by_parent('duty_person', 'shift_id', 'duty_shift');
SELECT guard_by_parent('duty_note', 'post_id', 'duty_post');

-- Coordination meetings, what they decided and how that went on. Changes are added, never overwritten.
CREATE TABLE meeting (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area         text NOT NULL,
  subject      text NOT NULL,
  held_at      timestamptz NOT NULL,
  place        text NOT NULL,
  chair        text,
  participants text NOT NULL,
  summary      text
);
COMMENT ON COLUMN meeting.participants IS 'Institutions, one in each line';
CREATE INDEX meeting_held ON meeting (held_at DESC);

CREATE TABLE meeting_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id bigint NOT NULL REFERENCES meeting,
  position   int NOT NULL,
  text       text NOT NULL,
  in_charge  text NOT NULL,
  due_on     date NOT NULL,
  state      text NOT NULL CHECK (state IN ('OPEN', 'IN_PROGRESS', 'DONE', 'DROPPED')),
  UNIQUE (meeting_id, position)
);
CREATE INDEX meeting_decision_due ON meeting_decision (due_on) WHERE state IN ('OPEN', 'IN_PROGRESS');

CREATE TABLE meeting_change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting_id  bigint NOT NULL REFERENCES meeting,
  decision_id bigint REFERENCES meeting_decision,
  what        text NOT NULL,
  before      text,
  after       text,
  staff_id    bigint NOT NULL REFERENCES staff_member,
  author_name text NOT NULL,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX meeting_change_meeting ON meeting_change (meeting_id, id);
REVOKE UPDATE, DELETE ON meeting_change FROM ${appRole};
REVOKE DELETE ON meeting, meeting_decision FROM ${appRole};

SELECT guard_by_area('meeting', 'area');
SELECT guard_by_parent('meeting_decision', 'meeting_id', 'meeting');
SELECT guard_by_parent('meeting_change', 'meeting_id', 'meeting');
