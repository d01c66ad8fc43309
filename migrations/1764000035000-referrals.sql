-- Customers who turn to an ombudsman or another body outside the house, and what that body said.

CREATE TABLE referrals (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL CONSTRAINT referrals_complaint REFERENCES complaints (id),
  body text NOT NULL,
  kind text NOT NULL,
  referred_by text NOT NULL,
  referred_at timestamptz(3) NOT NULL,
  reference text,
  note text,
  state text NOT NULL,
  outcome text,
  decided_at timestamptz(3),
  summary text,
  award_minor numeric(18),
  award_currency text,
  made_by_id uuid,
  made_by_name text,
  outcome_by_id uuid,
  outcome_by_name text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT referrals_kind CHECK (kind IN ('ombudsman', 'adr', 'regulator', 'court', 'other')),
  CONSTRAINT referrals_referred_by CHECK (referred_by IN ('customer', 'house')),
  CONSTRAINT referrals_state CHECK (state IN ('open', 'decided')),
  CONSTRAINT referrals_outcome CHECK (outcome IN ('for_customer', 'partly_for_customer', 'for_house', 'settled',
    'not_taken_up', 'withdrawn')),
  CONSTRAINT referrals_whole_outcome CHECK (num_nulls(outcome, decided_at, summary) IN (0, 3)),
  CONSTRAINT referrals_order CHECK (decided_at >= referred_at),
  CONSTRAINT referrals_award CHECK ((award_minor IS NULL) = (award_currency IS NULL) AND award_minor > 0)
);
CREATE INDEX referrals_by_complaint ON referrals (complaint_id, id);

-- How many of a complaint are open: while there is one, silence does not close it.
ALTER TABLE complaints ADD COLUMN open_referrals integer NOT NULL DEFAULT 0;
