-- What becomes of a person's data on request, or when its time is over: planned by one, approved by another.

-- The row stays, with what nobody can be known by.
ALTER TABLE complaints ADD COLUMN erased_at timestamptz(3);
ALTER TABLE customers ADD COLUMN erased_at timestamptz(3);
ALTER TABLE contacts ADD COLUMN erased_at timestamptz(3);

-- `versions` are those of everything that was covered when it was planned, by id: what changed since is not approved.
CREATE TABLE erasures (
  id uuid PRIMARY KEY,
  state text NOT NULL,
  basis text NOT NULL,
  reason text,
  customer_id uuid CONSTRAINT erasures_customer REFERENCES customers (id),
  contact_id uuid CONSTRAINT erasures_contact REFERENCES contacts (id),
  complaint_id uuid CONSTRAINT erasures_complaint REFERENCES complaints (id),
  customer_ids uuid[] NOT NULL,
  contact_ids uuid[] NOT NULL,
  complaint_ids uuid[] NOT NULL,
  versions jsonb NOT NULL,
  extent jsonb NOT NULL,
  planned_by_id uuid,
  planned_by_name text,
  planned_at timestamptz(3) NOT NULL,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT erasures_state CHECK (state IN ('planned', 'cancelled', 'done')),
  CONSTRAINT erasures_basis CHECK (basis IN ('request', 'retention')),
  CONSTRAINT erasures_one_subject CHECK (num_nonnulls(customer_id, contact_id, complaint_id) = 1),
  CONSTRAINT erasures_decided CHECK ((state = 'planned') = (decided_at IS NULL))
);
CREATE INDEX erasures_named_customer ON erasures (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX erasures_named_contact ON erasures (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX erasures_named_complaint ON erasures (complaint_id) WHERE complaint_id IS NOT NULL;
-- All that is covered.
CREATE INDEX erasures_by_customer ON erasures USING gin (customer_ids);
CREATE INDEX erasures_by_contact ON erasures USING gin (contact_ids);
CREATE INDEX erasures_by_complaint ON erasures USING gin (complaint_ids);
