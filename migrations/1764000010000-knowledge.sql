-- What the house learns from complaints: causes, categories, and what it changes so that a cause does not come back.

-- A tree. `path` has the names from the root down to the node itself.
CREATE TABLE causes (
  id uuid PRIMARY KEY,
  parent_id uuid CONSTRAINT causes_parent REFERENCES causes (id),
  name text NOT NULL,
  path text[] NOT NULL,
  retired boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT causes_depth CHECK (cardinality(path) BETWEEN 1 AND 8),
  CONSTRAINT causes_path_to_itself CHECK (path[cardinality(path)] = name)
);
CREATE UNIQUE INDEX causes_by_name ON causes (parent_id, lower(name)) NULLS NOT DISTINCT;

-- Another tree of the same form.
CREATE TABLE categories (
  id uuid PRIMARY KEY,
  parent_id uuid CONSTRAINT categories_parent REFERENCES categories (id),
  name text NOT NULL,
  path text[] NOT NULL,
  retired boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT categories_depth CHECK (cardinality(path) BETWEEN 1 AND 8),
  CONSTRAINT categories_path_to_itself CHECK (path[cardinality(path)] = name)
);
CREATE UNIQUE INDEX categories_by_name ON categories (parent_id, lower(name)) NULLS NOT DISTINCT;

-- Their versions are read from the log. What belongs to a complaint is found by the complaint.
CREATE INDEX entries_by_subject ON entries (subject_id, seq) WHERE complaint_id IS NULL;

ALTER TABLE complaints ADD CONSTRAINT complaints_category FOREIGN KEY (category_id) REFERENCES categories (id);
CREATE INDEX complaints_by_category_received ON complaints (category_id, received_at, id)
  WHERE category_id IS NOT NULL;

-- The names of cause and owner are those that were told: a later change of theirs changes nothing here.
CREATE TABLE corrective_actions (
  id uuid PRIMARY KEY,
  what text NOT NULL,
  cause_id uuid REFERENCES causes (id),
  cause_name text,
  owner_id uuid NOT NULL REFERENCES users (id),
  owner_name text NOT NULL,
  due_at timestamptz(3) NOT NULL,
  check_at timestamptz(3) NOT NULL,
  state text NOT NULL,
  done_at timestamptz(3),
  checked_at timestamptz(3),
  finding text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT corrective_actions_state CHECK (state IN ('planned', 'done', 'effective', 'ineffective', 'dropped')),
  CONSTRAINT corrective_actions_cause CHECK ((cause_id IS NULL) = (cause_name IS NULL)),
  CONSTRAINT corrective_actions_check_after_due CHECK (check_at > due_at)
);
CREATE INDEX corrective_actions_by_cause ON corrective_actions (cause_id);
CREATE INDEX corrective_actions_by_owner ON corrective_actions (owner_id);
