-- The log brought to other programs: where to, how far it is for each, and what became of every delivery.

CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  url text NOT NULL,
  types text[] NOT NULL CHECK (cardinality(types) > 0),
  description text,
  active boolean NOT NULL,
  disabled_reason text CONSTRAINT webhooks_disabled_reason CHECK (disabled_reason IN ('gone')),
  secret_generation integer NOT NULL DEFAULT 1,
  old_secret_until timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  retired_at timestamptz(3),
  CHECK (disabled_reason IS NULL OR NOT active)
);

-- Changes with every entry and every failure, without anybody's doing: beside the webhook, which only people change.
CREATE TABLE webhook_queues (
  webhook_id uuid PRIMARY KEY REFERENCES webhooks (id),
  position bigint NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  opened_at timestamptz(3),
  rests_until timestamptz(3)
);

CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks (id),
  position bigint,
  entry_id uuid,
  type text NOT NULL,
  stream text NOT NULL,
  state text NOT NULL
    CONSTRAINT webhook_deliveries_state CHECK (state IN ('waiting', 'delivered', 'failed', 'withheld')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3),
  leased_until timestamptz(3),
  last_attempt_at timestamptz(3),
  last_status integer,
  last_failure text,
  created_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  CHECK ((position IS NULL) = (entry_id IS NULL)),
  CHECK ((ended_at IS NULL) = (next_attempt_at IS NOT NULL))
);
CREATE UNIQUE INDEX webhook_deliveries_once ON webhook_deliveries (webhook_id, position);
CREATE INDEX webhook_deliveries_newest_first ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_next ON webhook_deliveries (webhook_id, position NULLS FIRST) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_in_order ON webhook_deliveries (webhook_id, stream, position) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_failed ON webhook_deliveries (webhook_id, id) WHERE state = 'failed';
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE state <> 'waiting';
