-- The log: entries that nobody changes, the personal values beside them, their order, and who follows it.

CREATE SEQUENCE entries_seq AS bigint;

-- One row is one entry. `bytes` are what is hashed; the other columns are copies of what stands in them, to search by.
CREATE TABLE entries (
  id uuid PRIMARY KEY,
  seq bigint NOT NULL CONSTRAINT entries_seq_unique UNIQUE,
  format smallint NOT NULL CONSTRAINT entries_format_known CHECK (format = 1),
  type text NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_kind text NOT NULL
    CONSTRAINT entries_actor_kind_known
    CHECK (actor_kind IN ('user', 'complainant', 'anonymous', 'api_key', 'system')),
  actor_id uuid,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  complaint_id uuid,
  complaint_version integer,
  request_id text NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT entries_complaint_whole CHECK ((complaint_id IS NULL) = (complaint_version IS NULL))
);
CREATE INDEX entries_timeline ON entries (complaint_id, seq) WHERE complaint_id IS NOT NULL;
CREATE INDEX entries_by_type ON entries (type, seq);
CREATE INDEX entries_by_actor ON entries (actor_id, seq) WHERE actor_id IS NOT NULL;
CREATE INDEX entries_by_time ON entries USING brin (at);

-- What opens a commitment. Erasure deletes rows here, and a `values.erased` entry names them.
CREATE TABLE entry_values (
  entry_id uuid NOT NULL CONSTRAINT entry_values_entry REFERENCES entries (id),
  pointer text NOT NULL,
  salt bytea NOT NULL CONSTRAINT entry_values_salt_size CHECK (octet_length(salt) = 32),
  value jsonb NOT NULL,
  PRIMARY KEY (entry_id, pointer)
);

-- The one order of everything: gapless, given by the sealer after the commit.
CREATE TABLE entry_positions (
  position bigint PRIMARY KEY CONSTRAINT entry_positions_from_one CHECK (position > 0),
  entry_id uuid NOT NULL
    CONSTRAINT entry_positions_entry_once UNIQUE
    CONSTRAINT entry_positions_entry REFERENCES entries (id),
  -- RFC 9162, 2.1.1: SHA-256 of a zero byte and the entry's bytes.
  leaf_hash bytea NOT NULL CONSTRAINT entry_positions_leaf_size CHECK (octet_length(leaf_hash) = 32)
);

-- What is committed and has no position yet. A row lives for milliseconds.
CREATE TABLE unsealed_entries (
  seq bigint PRIMARY KEY,
  entry_id uuid NOT NULL
);

-- What an Idempotency-Key had done. Ids and a keyed digest only; kept for 24 hours.
CREATE TABLE idempotency_keys (
  caller text NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  body_digest text NOT NULL,
  status smallint NOT NULL,
  location text,
  resource_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, route, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

-- How far each subscriber of the log is, and which worker serves it until when.
CREATE TABLE subscriptions (
  name text PRIMARY KEY,
  position bigint NOT NULL,
  leased_by uuid,
  leased_until timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Entries that a subscriber failed on, and the later ones of the same stream that wait behind them.
CREATE TABLE subscription_parked (
  subscription text NOT NULL CONSTRAINT subscription_parked_subscription REFERENCES subscriptions (name),
  position bigint NOT NULL CONSTRAINT subscription_parked_position REFERENCES entry_positions (position),
  stream text NOT NULL,
  attempts integer NOT NULL,
  last_error text,
  next_attempt_at timestamptz(3) NOT NULL,
  parked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (subscription, position)
);
CREATE INDEX subscription_parked_streams ON subscription_parked (subscription, stream, position);

-- The time of a complaint's last entry. Volatile on purpose: called after a wait for the complaint's lock,
-- it must see what was committed during the wait.
CREATE FUNCTION last_entry_at(complaint uuid) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN (SELECT e.at FROM entries e WHERE e.complaint_id = complaint ORDER BY e.seq DESC LIMIT 1);
END $$;

-- Claims a key until the end of the transaction and reads what it had done, after the claim. Volatile likewise.
CREATE FUNCTION claim_idempotency_key(for_caller text, for_route text, for_key text)
  RETURNS TABLE (free boolean, body_digest text, status smallint, location text, resource_id uuid)
  LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended(jsonb_build_array(for_caller, for_route, for_key)::text, 0)) THEN
    RETURN QUERY SELECT false, NULL::text, NULL::smallint, NULL::text, NULL::uuid;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT true, k.body_digest, k.status, k.location, k.resource_id
    FROM (SELECT 1) AS one
    LEFT JOIN idempotency_keys k ON k.caller = for_caller AND k.route = for_route AND k.key = for_key;
END $$;

-- A net below the privileges: it holds for the owner too, for a cascade, and through a parent table.
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the log is append-only', tg_op, tg_table_name
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entries_never_truncated BEFORE TRUNCATE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_positions_append_only BEFORE UPDATE OR DELETE ON entry_positions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_positions_never_truncated BEFORE TRUNCATE ON entry_positions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A personal value may be erased, but never changed.
CREATE TRIGGER entry_values_unchanged BEFORE UPDATE ON entry_values
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT app_may('entries', 'INSERT', 'SELECT');
SELECT app_may('entry_positions', 'INSERT', 'SELECT');
SELECT app_may('entry_values', 'DELETE', 'INSERT', 'SELECT');
SELECT app_may('unsealed_entries', 'DELETE', 'INSERT', 'SELECT');
