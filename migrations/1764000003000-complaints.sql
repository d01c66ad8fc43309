-- Complaints and what stands below them. The states are those of complaint.workflow.ts; a test compares the two.

CREATE TABLE complaints (
  id uuid PRIMARY KEY,
  reference text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  channel text NOT NULL,
  language text NOT NULL,
  subject text,
  description text NOT NULL,
  desired_outcome text,
  product text,
  order_reference text,
  occurred_at timestamptz(3),
  external_id text,
  tags text[] NOT NULL,
  category_id uuid,
  complainant_name text,
  complainant_email text,
  complainant_phone text,
  complainant_address text,
  customer_id uuid,
  account_id uuid,
  answer_via text NOT NULL,
  answer_via_reason text,
  severity text,
  assessment jsonb,
  summary text,
  owner_id uuid REFERENCES users (id),
  owner_name text,
  owner_email text,
  owner_phone text,
  owner_assigned_at timestamptz(3),
  level integer NOT NULL,
  disputed boolean NOT NULL,
  complained_about_user_ids uuid[] NOT NULL,
  conflict_told_at timestamptz(3),
  resolution jsonb,
  decided_by_ids uuid[] NOT NULL,
  asked_in text,
  pauses_used integer NOT NULL,
  ended_in text,
  ended_at timestamptz(3),
  next_due_at timestamptz(3),
  closes_at timestamptz(3),
  disputable_until timestamptz(3),
  merged_into_id uuid,
  token_generation integer NOT NULL,
  standard text NOT NULL,
  received_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  CONSTRAINT complaints_state CHECK (state IN (
    'received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer',
    'resolved', 'closed', 'withdrawn', 'declined')),
  CONSTRAINT complaints_severity CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT complaints_answer_via CHECK (answer_via IN ('tracking', 'phone', 'letter', 'none')),
  CONSTRAINT complaints_level CHECK (level BETWEEN 0 AND 3)
);
CREATE UNIQUE INDEX complaints_by_reference ON complaints (reference);
CREATE UNIQUE INDEX complaints_by_external_id ON complaints (external_id);
CREATE INDEX complaints_by_received ON complaints (received_at, id);
CREATE INDEX complaints_by_updated ON complaints (updated_at, id);
CREATE INDEX complaints_by_due ON complaints (coalesce(next_due_at, 'infinity'), id);
CREATE INDEX complaints_by_state_received ON complaints (state, received_at, id);
CREATE INDEX complaints_by_owner_received ON complaints (owner_id, received_at, id);
CREATE INDEX complaints_by_tag ON complaints USING gin (tags);

CREATE TABLE facts (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  statement text NOT NULL,
  source text NOT NULL,
  standing text NOT NULL,
  standing_reason text,
  occurred_at timestamptz(3),
  recorded_by_id uuid,
  recorded_by_name text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT facts_source CHECK (source IN ('customer', 'staff', 'document', 'system', 'third_party')),
  CONSTRAINT facts_standing CHECK (standing IN ('claimed', 'confirmed', 'disputed', 'refuted', 'unprovable'))
);
CREATE INDEX facts_by_complaint ON facts (complaint_id, id);

CREATE TABLE messages (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  audience text NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  automatic boolean NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text,
  keeps text[] NOT NULL,
  delivery_via text,
  delivery_state text,
  delivery_at timestamptz(3),
  heard_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT messages_audience CHECK (audience IN ('customer', 'internal')),
  CONSTRAINT messages_direction CHECK (direction IN ('in', 'out')),
  CONSTRAINT messages_kind CHECK (kind IN
    ('acknowledgement', 'owner', 'update', 'question', 'decision', 'notice', 'apology', 'note', 'reply')),
  CONSTRAINT messages_delivery_state CHECK (delivery_state IN
    ('queued', 'handed_over', 'delivered', 'bounced', 'failed'))
);
CREATE INDEX messages_by_complaint ON messages (complaint_id, id);

CREATE TABLE promises (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  kind text NOT NULL,
  what text,
  state text NOT NULL,
  legal boolean NOT NULL,
  due_at timestamptz(3) NOT NULL,
  warn_at timestamptz(3) NOT NULL,
  paused_since timestamptz(3),
  made_by_kind text NOT NULL,
  made_by_id uuid,
  made_by_name text,
  kept_at timestamptz(3),
  broken_at timestamptz(3),
  moved_to_id uuid,
  released_by text,
  released_at timestamptz(3),
  message_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT promises_kind CHECK (kind IN ('acknowledge', 'establish_facts', 'name_owner', 'update', 'resolve',
    'action', 'callback', 'follow_up')),
  CONSTRAINT promises_state CHECK (state IN ('open', 'kept', 'kept_late', 'broken', 'moved', 'released')),
  CONSTRAINT promises_made_by CHECK (made_by_kind IN ('standard', 'law', 'user'))
);
CREATE INDEX promises_by_complaint ON promises (complaint_id, id);
CREATE INDEX promises_running ON promises (complaint_id, id) WHERE state IN ('open', 'broken');
CREATE INDEX promises_by_due ON promises (due_at) WHERE state = 'open' AND paused_since IS NULL;
-- The one of its kind that the customer may wait for: a second one would be two words for one thing.
CREATE UNIQUE INDEX promises_one_open ON promises (complaint_id, kind)
  WHERE state = 'open' AND made_by_kind = 'standard';

-- One row a complaint, written by the write door. `words` is what everybody may find who sees the complaint,
-- `all_words` has the internal notes as well.
CREATE TABLE complaint_words (
  complaint_id uuid PRIMARY KEY REFERENCES complaints (id),
  words tsvector NOT NULL,
  all_words tsvector NOT NULL
);
CREATE INDEX complaint_words_found ON complaint_words USING gin (words);
CREATE INDEX complaint_words_found_all ON complaint_words USING gin (all_words);
