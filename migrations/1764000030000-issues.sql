-- The points that are complained about in one complaint, each with an outcome of its own.

CREATE TABLE issues (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  what text NOT NULL,
  category_id uuid REFERENCES categories (id),
  product text,
  state text NOT NULL,
  outcome text,
  not_determined_reason text,
  explanation text,
  root_cause jsonb,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  withdrawn_how text,
  withdrawn_at timestamptz(3),
  added_by_id uuid,
  added_by_name text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT issues_state CHECK (state IN ('open', 'decided', 'withdrawn')),
  CONSTRAINT issues_outcome CHECK (outcome IN ('upheld', 'partly_upheld', 'not_upheld', 'not_determined')),
  CONSTRAINT issues_not_determined_reason CHECK (not_determined_reason IN (
    'customer_unreachable', 'evidence_unavailable', 'settled_without_finding')),
  CONSTRAINT issues_decision CHECK (
    (outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (explanation IS NULL)),
  CONSTRAINT issues_withdrawal CHECK ((withdrawn_how IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX issues_by_complaint ON issues (complaint_id, id);
CREATE INDEX issues_by_category ON issues (category_id) WHERE category_id IS NOT NULL;
