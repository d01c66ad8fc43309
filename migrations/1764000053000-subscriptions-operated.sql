-- Subscribers of the log can be operated: an entry is skipped, entries are handled again. And the rows of complaints
-- are compared with what the log says.

-- `id`: what the log calls a subscriber; a program from before this gives none. `generation` rises with every replay,
-- so that a worker from before it cannot move the position on. `replay_until`: how far it was before the replay; null
-- where there was none.
CREATE FUNCTION new_subscription_id() RETURNS uuid LANGUAGE sql VOLATILE AS 'SELECT gen_random_uuid()';

ALTER TABLE subscriptions
  ADD COLUMN id uuid NOT NULL DEFAULT new_subscription_id() CONSTRAINT subscriptions_id_unique UNIQUE,
  ADD COLUMN generation integer NOT NULL DEFAULT 1,
  ADD COLUMN replay_until bigint;

-- The worker that tries it at the moment, as long as that worker has the lease.
ALTER TABLE subscription_parked ADD COLUMN tried_by uuid;

-- Of which entries somebody was told, or nobody had to be: an entry that comes again tells nobody who was not to be
-- told the first time.
CREATE TABLE noticed_entries (
  entry_id uuid PRIMARY KEY,
  at timestamptz(3) NOT NULL
);
CREATE INDEX noticed_entries_by_age ON noticed_entries (at);

INSERT INTO noticed_entries (entry_id, at)
SELECT e.id, e.at
FROM subscriptions s
JOIN entry_positions p ON p.position <= s.position
JOIN entries e ON e.id = p.entry_id
WHERE s.name = 'NoticesSubscription.tell' AND e.at > now() - interval '366 days'
  AND e.type IN ('complaint.owner_assigned', 'complaint.owner_changed', 'complaint.stand_in_changed',
    'message.received', 'promise.warned', 'promise.broken', 'complaint.escalated', 'complaint.disputed',
    'remedy.proposed', 'message.bounced', 'message.failed')
  AND NOT EXISTS (
    SELECT FROM subscription_parked k WHERE k.subscription = s.name AND k.position = p.position);

-- When the rows of all complaints were compared with the log, and how many differences there were.
CREATE TABLE log_comparisons (
  id uuid PRIMARY KEY,
  complaints integer NOT NULL,
  differences integer NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX log_comparisons_by_age ON log_comparisons (created_at);
