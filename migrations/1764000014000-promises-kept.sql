-- Promises kept, broken and made good: what a promise was counted by, pauses as intervals, breaches, and the moment at
-- which time alone will change a complaint. The column `standard` was never released.

ALTER TABLE standards ADD CONSTRAINT standards_calendar FOREIGN KEY (calendar_id) REFERENCES calendars (id);

ALTER TABLE complaints
  ADD COLUMN tier text,
  ADD COLUMN standard_id uuid REFERENCES standards (id),
  ADD COLUMN standard_version integer,
  ADD COLUMN profile text,
  ADD COLUMN reply_by timestamptz(3),
  ADD COLUMN paused_since timestamptz(3),
  ADD COLUMN closing_notice_id uuid,
  ADD COLUMN wake_at timestamptz(3),
  DROP COLUMN standard;
UPDATE complaints c SET standard_id = (SELECT s.id FROM standards s WHERE s.is_default), standard_version = 1,
  profile = 'iso_10002',
  wake_at = CASE WHEN c.state = 'resolved' OR EXISTS (
    SELECT FROM promises p WHERE p.complaint_id = c.id AND p.state = 'open') THEN now() END;
-- Who was asked before there was a time to answer by gets a fortnight, the longest that a promise waits.
UPDATE complaints c SET paused_since = asked.since, reply_by = coalesce(asked.since, c.updated_at) + interval '14 days'
  FROM (SELECT a.id, (SELECT min(p.paused_since) FROM promises p WHERE p.complaint_id = a.id) AS since
        FROM complaints a WHERE a.state = 'awaiting_customer') asked
  WHERE c.id = asked.id;
ALTER TABLE complaints
  ALTER COLUMN standard_id SET NOT NULL,
  ALTER COLUMN standard_version SET NOT NULL,
  ALTER COLUMN profile SET NOT NULL;
-- What time alone will change, the first to come first.
CREATE INDEX complaints_by_wake ON complaints (wake_at) WHERE wake_at IS NOT NULL;
-- Those that another standard or another version of it could change.
CREATE INDEX complaints_open ON complaints (id)
  WHERE state IN ('received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer');

CREATE INDEX complaints_by_standard ON complaints (standard_id);

ALTER TABLE promises
  ADD COLUMN counted_from timestamptz(3),
  ADD COLUMN rule jsonb,
  ADD COLUMN pauses jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN told boolean NOT NULL DEFAULT true,
  ADD COLUMN warned_at timestamptz(3);
UPDATE promises SET counted_from = created_at;
ALTER TABLE promises
  ALTER COLUMN counted_from SET NOT NULL,
  ALTER COLUMN pauses DROP DEFAULT,
  ALTER COLUMN told DROP DEFAULT;
-- Those that a change of their calendar counts anew.
CREATE INDEX promises_by_calendar ON promises ((rule ->> 'calendarId')) WHERE state = 'open';
-- The board: what is due next and what is late.
CREATE INDEX promises_on_board ON promises (due_at, id) WHERE state IN ('open', 'broken');
-- One of its kind by the house and one by law: a second one would be two words for one thing.
DROP INDEX promises_one_open;
CREATE UNIQUE INDEX promises_one_open ON promises (complaint_id, kind, made_by_kind)
  WHERE state = 'open' AND made_by_kind <> 'user';

CREATE TABLE breaches (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  promise_id uuid NOT NULL REFERENCES promises (id),
  kind text NOT NULL,
  state text NOT NULL,
  broken_at timestamptz(3) NOT NULL,
  apology_message_id uuid REFERENCES messages (id),
  cause jsonb,
  answered_at timestamptz(3),
  answered_by_id uuid,
  answered_by_name text,
  reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT breaches_state CHECK (state IN ('unanswered', 'answered', 'waived', 'withdrawn'))
);
CREATE INDEX breaches_by_complaint ON breaches (complaint_id, id);
CREATE UNIQUE INDEX breaches_by_promise ON breaches (promise_id);
CREATE INDEX breaches_by_apology ON breaches (apology_message_id);
-- Those that still owe an apology or a cause.
CREATE INDEX breaches_owing ON breaches (promise_id)
  WHERE state = 'unanswered' OR state = 'answered' AND (cause ->> 'notKnownYet')::boolean;
