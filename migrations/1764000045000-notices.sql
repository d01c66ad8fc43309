-- What people of the house are told: a line in their inbox for each thing that happened, and how they want it by mail.

CREATE TABLE notice_settings (
  -- The user's.
  id uuid PRIMARY KEY REFERENCES users (id),
  assigned text NOT NULL,
  reply text NOT NULL,
  warning text NOT NULL,
  breach text NOT NULL,
  escalated text NOT NULL,
  approval text NOT NULL,
  undelivered text NOT NULL,
  unassigned text NOT NULL,
  digest_at text NOT NULL,
  -- Null: that of the house.
  zone text,
  quiet_from text,
  quiet_until text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT notice_settings_ways CHECK (
    ARRAY[assigned, reply, warning, breach, escalated, approval, undelivered, unassigned]
      <@ ARRAY['at_once', 'digest', 'off']),
  -- `HH:MM`, and nothing else that reads as a time of the day.
  CONSTRAINT notice_settings_times CHECK (
    left(digest_at::time::text, 5) = digest_at AND left(quiet_from::time::text, 5) = quiet_from
      AND left(quiet_until::time::text, 5) = quiet_until),
  CONSTRAINT notice_settings_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from <> quiet_until)
);

CREATE TABLE staff_notices (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL,
  entry_type text NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  kind text NOT NULL CONSTRAINT staff_notices_kind CHECK (kind IN
    ('assigned', 'reply', 'warning', 'breach', 'escalated', 'approval', 'undelivered', 'unassigned')),
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  stand_in_for_id uuid REFERENCES users (id),
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  mail text NOT NULL CONSTRAINT staff_notices_mail CHECK (mail IN ('none', 'waiting', 'sending', 'sent', 'failed')),
  mail_at timestamptz(3),
  mail_id uuid,
  created_at timestamptz(3) NOT NULL,
  -- The log tells everything at least once; nobody is told a thing twice.
  CONSTRAINT staff_notices_once UNIQUE (entry_id, user_id, kind),
  CONSTRAINT staff_notices_mailed CHECK (
    (mail = 'waiting') = (mail_at IS NOT NULL) AND (mail IN ('sending', 'sent', 'failed')) = (mail_id IS NOT NULL))
);
CREATE INDEX staff_notices_of_user ON staff_notices (user_id, id);
CREATE INDEX staff_notices_unread ON staff_notices (user_id, id) WHERE read_at IS NULL;
CREATE INDEX staff_notices_to_mail ON staff_notices (mail_at) WHERE mail = 'waiting';
CREATE INDEX staff_notices_in_mail ON staff_notices (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX staff_notices_by_complaint ON staff_notices (complaint_id);
CREATE INDEX staff_notices_for_absent ON staff_notices (stand_in_for_id) WHERE stand_in_for_id IS NOT NULL;
