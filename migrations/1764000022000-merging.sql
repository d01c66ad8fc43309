-- Complaints that are one, that belong together, or that may be the same twice.

ALTER TABLE complaints DROP CONSTRAINT complaints_state;
ALTER TABLE complaints
  ADD CONSTRAINT complaints_state CHECK (state IN (
    'received', 'acknowledged', 'facts_established', 'in_progress', 'awaiting_customer',
    'resolved', 'closed', 'withdrawn', 'declined', 'merged')),
  ADD CONSTRAINT complaints_merged CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
  ADD CONSTRAINT complaints_merged_into FOREIGN KEY (merged_into_id) REFERENCES complaints (id),
  ADD COLUMN earlier_complaints integer NOT NULL DEFAULT 0;
CREATE INDEX complaints_by_merged_into ON complaints (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- The complaints that a broken promise was made for before they were merged: its first entries are about them.
ALTER TABLE promises ADD COLUMN carried_from_ids uuid[] NOT NULL DEFAULT '{}';

-- Who complained before, and what may be the same complaint twice. The expressions are those of the queries.
CREATE INDEX complaints_of_customer ON complaints (customer_id, received_at) WHERE customer_id IS NOT NULL;
CREATE INDEX complaints_of_email ON complaints (lower(complainant_email), received_at)
  WHERE complainant_email IS NOT NULL;
CREATE INDEX complaints_of_phone ON complaints (regexp_replace(complainant_phone, '[^0-9]', '', 'g'), received_at)
  WHERE complainant_phone IS NOT NULL;
CREATE INDEX complaints_of_order ON complaints (lower(order_reference), received_at)
  WHERE order_reference IS NOT NULL;
CREATE INDEX complaints_of_external ON complaints (lower(external_id)) WHERE external_id IS NOT NULL;

CREATE TABLE links (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL REFERENCES complaints (id),
  other_id uuid NOT NULL REFERENCES complaints (id),
  type text NOT NULL,
  note text,
  created_by_id uuid,
  created_by_name text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT links_type CHECK (type IN ('duplicate', 'related', 'caused_by', 'repeat_of')),
  CONSTRAINT links_two CHECK (complaint_id <> other_id)
);
-- One of a type between two complaints, whichever of them names the other.
CREATE UNIQUE INDEX links_one_of_type ON links (least(complaint_id, other_id), greatest(complaint_id, other_id), type);
CREATE INDEX links_from ON links (complaint_id, id);
CREATE INDEX links_to ON links (other_id, id);
