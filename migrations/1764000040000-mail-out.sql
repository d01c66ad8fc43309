-- Mail that goes out: what became of each, and the ways that customers can be answered by.

CREATE TABLE mail_deliveries (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL,
  recipient text,
  counted_as text,
  automatic boolean NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  uncertain integer NOT NULL,
  first_tried_at timestamptz(3),
  last_tried_at timestamptz(3),
  next_try_at timestamptz(3),
  accepted_at timestamptz(3),
  response_code integer,
  last_error text,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT mail_deliveries_once UNIQUE (message_id, recipient),
  CONSTRAINT mail_deliveries_state CHECK (state IN
    ('waiting', 'sending', 'accepted', 'refused', 'given_up', 'uncertain', 'capped'))
);
-- How many mails went to an address lately.
CREATE INDEX mail_deliveries_counted ON mail_deliveries (counted_as, first_tried_at) WHERE first_tried_at IS NOT NULL;

ALTER TABLE complaints
  DROP CONSTRAINT complaints_answer_via,
  ADD CONSTRAINT complaints_answer_via CHECK (answer_via IN ('tracking', 'email', 'phone', 'letter', 'visit', 'none'));
