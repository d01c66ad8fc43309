-- How well promises are kept, counted from the log by one of its subscribers. Nothing here is true by itself: all of it
-- can be deleted and counted anew, see src/insights/README.md.

-- What became of each promise, so that an entry that comes again counts once.
CREATE TABLE punctuality_promises (
  promise_id uuid PRIMARY KEY,
  outcome text NOT NULL,
  -- The numbers that it is counted in.
  count_ids uuid[] NOT NULL,
  -- The last entry about it that was counted.
  position bigint NOT NULL,
  CONSTRAINT punctuality_promises_outcome CHECK (outcome IN ('kept', 'kept_late', 'broken', 'moved'))
);

-- The numbers. Each stands once for every choice of what is told apart beside week, kind and law: `split` names the
-- columns of owner (with teams), tier and category that count in this row; the others are empty.
CREATE TABLE punctuality_counts (
  -- Made from the columns up to `category_id`.
  id uuid PRIMARY KEY,
  split text NOT NULL,
  week text NOT NULL,
  kind text NOT NULL,
  legal boolean NOT NULL,
  owner_id uuid,
  team_ids uuid[] NOT NULL,
  tier text,
  category_id uuid,
  kept integer NOT NULL DEFAULT 0,
  kept_late integer NOT NULL DEFAULT 0,
  broken integer NOT NULL DEFAULT 0,
  moved integer NOT NULL DEFAULT 0,
  CONSTRAINT punctuality_counts_not_negative CHECK (least(kept, kept_late, broken, moved) >= 0)
);
CREATE INDEX punctuality_counts_by_week ON punctuality_counts (split, week);

-- Who was in which team when the log had come this far.
CREATE TABLE punctuality_teams (
  team_id uuid PRIMARY KEY,
  member_ids uuid[] NOT NULL
);
