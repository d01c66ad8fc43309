-- The log that proves itself: its name, the tiles of its Merkle tree, and what was signed.

-- The one log of this database, and its subject in entries about itself.
CREATE TABLE log_identity (
  id uuid PRIMARY KEY,
  -- The first line of every checkpoint; a log keeps its name for life.
  origin text NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX log_identity_alone ON log_identity ((true));

-- Full tiles of 256 hashes (C2SP tlog-tiles, height 8). A partial tile is not stored: its hashes are the leaf hashes
-- of `entry_positions`, or the roots of the full tiles below it.
CREATE TABLE log_tiles (
  level smallint NOT NULL CONSTRAINT log_tiles_level_known CHECK (level BETWEEN 0 AND 63),
  index bigint NOT NULL CONSTRAINT log_tiles_index_from_zero CHECK (index >= 0),
  hashes bytea NOT NULL CONSTRAINT log_tiles_full CHECK (octet_length(hashes) = 8192),
  root bytea NOT NULL CONSTRAINT log_tiles_root_size CHECK (octet_length(root) = 32),
  PRIMARY KEY (level, index)
);

-- What was signed: the tree over the first `size` positions. `note` is the signed text (C2SP tlog-checkpoint).
CREATE TABLE log_checkpoints (
  size bigint PRIMARY KEY CONSTRAINT log_checkpoints_not_empty CHECK (size > 0),
  root bytea NOT NULL CONSTRAINT log_checkpoints_root_size CHECK (octet_length(root) = 32),
  note text NOT NULL,
  at timestamptz(3) NOT NULL
);

CREATE TRIGGER log_identity_append_only BEFORE UPDATE OR DELETE ON log_identity
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_identity_never_truncated BEFORE TRUNCATE ON log_identity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_tiles_append_only BEFORE UPDATE OR DELETE ON log_tiles
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_tiles_never_truncated BEFORE TRUNCATE ON log_tiles
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoints_append_only BEFORE UPDATE OR DELETE ON log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoints_never_truncated BEFORE TRUNCATE ON log_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

SELECT app_may('log_identity', 'INSERT', 'SELECT');
SELECT app_may('log_tiles', 'INSERT', 'SELECT');
SELECT app_may('log_checkpoints', 'INSERT', 'SELECT');
