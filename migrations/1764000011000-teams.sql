-- Who works together.

CREATE TABLE teams (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  member_ids uuid[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX teams_by_name ON teams (lower(name));
