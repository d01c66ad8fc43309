-- What makes good, and who may grant how much of it alone. Amounts are whole minor units of their currency.

CREATE TABLE authorities (
  id uuid PRIMARY KEY,
  role text,
  user_id uuid REFERENCES users (id),
  currency text NOT NULL,
  per_remedy numeric(18) NOT NULL,
  per_complaint numeric(18) NOT NULL,
  per_period numeric(18) NOT NULL,
  period text NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  valid_until timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT authorities_role CHECK (role IN ('agent', 'supervisor', 'admin')),
  CONSTRAINT authorities_one_holder CHECK ((role IS NULL) <> (user_id IS NULL)),
  CONSTRAINT authorities_amounts CHECK (per_remedy >= 0 AND per_complaint >= 0 AND per_period >= 0),
  CONSTRAINT authorities_validity CHECK (valid_until > valid_from)
);
-- What a person holds, or a role.
CREATE INDEX authorities_by_user ON authorities (user_id, currency);
CREATE INDEX authorities_by_role ON authorities (role, currency);

-- What was granted by whom: the sums that the limits are held against. One for each remedy with money, by its id.
CREATE TABLE grants (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  authority_id uuid NOT NULL REFERENCES authorities (id),
  currency text NOT NULL,
  minor numeric(18) NOT NULL,
  granted_at timestamptz(3) NOT NULL,
  reversed_at timestamptz(3),
  CONSTRAINT grants_minor CHECK (minor > 0)
);
CREATE INDEX grants_by_user ON grants (user_id, currency, granted_at) WHERE reversed_at IS NULL;
CREATE INDEX grants_by_complaint ON grants (complaint_id, user_id);
CREATE INDEX grants_by_authority ON grants (authority_id);

CREATE TABLE remedies (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  type text NOT NULL,
  minor numeric(18),
  currency text,
  reason text NOT NULL,
  state text NOT NULL,
  due_at timestamptz(3),
  proposed_by_id uuid NOT NULL,
  proposed_by_name text NOT NULL,
  approvers jsonb,
  decided_by_id uuid,
  decided_by_name text,
  decision_reason text,
  approved_at timestamptz(3),
  executed_at timestamptz(3),
  external_reference text,
  note text,
  promise_id uuid REFERENCES promises (id),
  expires_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT remedies_type CHECK (type IN ('apology', 'explanation', 'refund', 'replacement', 'repair', 'voucher',
    'compensation', 'corrective_action')),
  CONSTRAINT remedies_state CHECK (state IN ('proposed', 'pending_approval', 'approved', 'refused', 'executed',
    'reversed', 'expired')),
  CONSTRAINT remedies_money CHECK ((minor IS NULL) = (currency IS NULL) AND minor > 0)
);
CREATE INDEX remedies_by_complaint ON remedies (complaint_id, id);
CREATE INDEX remedies_by_promise ON remedies (promise_id);
