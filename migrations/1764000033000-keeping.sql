-- How long complaints are kept, what keeps them beyond that, and what a person may have of them.

ALTER TABLE complaints
  ADD COLUMN retention_class text NOT NULL DEFAULT 'standard',
  ADD COLUMN erase_after timestamptz(3),
  ADD CONSTRAINT complaints_retention_class CHECK (retention_class IN ('standard', 'extended', 'long'));
-- What src/complaints/retention/retention.ts says of a complaint that comes or ends from now on.
UPDATE complaints c SET retention_class = CASE c.profile WHEN 'au_rg271' THEN 'long' ELSE 'extended' END
WHERE c.profile IN ('au_rg271', 'us_cfpb', 'eu_joint_guidelines', 'eu_payment_services');
UPDATE complaints c SET erase_after = greatest(
    (c.received_at AT TIME ZONE 'UTC' + CASE c.retention_class
      WHEN 'standard' THEN interval '3 years' WHEN 'extended' THEN interval '5 years' ELSE interval '7 years' END)
      AT TIME ZONE 'UTC',
    c.closed_at, c.ended_at, c.disputable_until)
WHERE c.state IN ('closed', 'withdrawn', 'declined', 'merged');
CREATE INDEX complaints_by_erase_after ON complaints (erase_after, id)
  WHERE erase_after IS NOT NULL AND erased_at IS NULL;

CREATE TABLE legal_holds (
  id uuid PRIMARY KEY,
  customer_id uuid CONSTRAINT legal_holds_customer REFERENCES customers (id),
  complaint_id uuid CONSTRAINT legal_holds_complaint REFERENCES complaints (id),
  reason text NOT NULL,
  until timestamptz(3),
  set_by_id uuid,
  set_by_name text,
  released_at timestamptz(3),
  released_by_id uuid,
  released_by_name text,
  release_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT legal_holds_on_one CHECK ((customer_id IS NULL) <> (complaint_id IS NULL))
);
CREATE INDEX legal_holds_on_customer ON legal_holds (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX legal_holds_on_complaint ON legal_holds (complaint_id, id) WHERE complaint_id IS NOT NULL;

-- That an export was made, by whom and about whom. What is in it is read from where it stands.
CREATE TABLE subject_exports (
  id uuid PRIMARY KEY,
  customer_id uuid CONSTRAINT subject_exports_customer REFERENCES customers (id),
  contact_id uuid CONSTRAINT subject_exports_contact REFERENCES contacts (id),
  complaint_id uuid CONSTRAINT subject_exports_complaint REFERENCES complaints (id),
  made_by_id uuid,
  made_by_name text,
  expires_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT subject_exports_about_one CHECK (num_nonnulls(customer_id, contact_id, complaint_id) = 1)
);
CREATE INDEX subject_exports_about_customer ON subject_exports (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX subject_exports_about_contact ON subject_exports (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX subject_exports_about_complaint ON subject_exports (complaint_id) WHERE complaint_id IS NOT NULL;

-- Complaints whose time is over, erased together: planned by one, approved by another, then one at a time.
CREATE TABLE retention_runs (
  id uuid PRIMARY KEY,
  state text NOT NULL,
  as_of timestamptz(3) NOT NULL,
  planned_by_id uuid,
  planned_by_name text,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  done_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT retention_runs_state CHECK (state IN ('planned', 'cancelled', 'running', 'done'))
);
CREATE INDEX retention_runs_unfinished ON retention_runs (id) WHERE state IN ('planned', 'running');

-- `versions` are those of the complaint and of what was merged with it, by id, as they were when it was planned: what
-- changed since is not erased.
CREATE TABLE retention_run_items (
  run_id uuid NOT NULL CONSTRAINT retention_run_items_run REFERENCES retention_runs (id),
  complaint_id uuid NOT NULL CONSTRAINT retention_run_items_complaint REFERENCES complaints (id),
  versions jsonb NOT NULL,
  state text NOT NULL,
  refused_for jsonb,
  erasure_id uuid CONSTRAINT retention_run_items_erasure REFERENCES erasures (id),
  done_at timestamptz(3),
  PRIMARY KEY (run_id, complaint_id),
  CONSTRAINT retention_run_items_state CHECK (state IN ('planned', 'done', 'refused'))
);
CREATE INDEX retention_run_items_of_complaint ON retention_run_items (complaint_id);
CREATE INDEX retention_run_items_by_erasure ON retention_run_items (erasure_id) WHERE erasure_id IS NOT NULL;
