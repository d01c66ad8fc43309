-- Who is away, who stands in meanwhile, and who therefore works on a complaint.

CREATE TABLE absences (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  user_name text NOT NULL,
  stand_in_id uuid NOT NULL REFERENCES users (id),
  stand_in_name text NOT NULL,
  begins_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3),
  note text,
  state text NOT NULL CONSTRAINT absences_state CHECK (state IN ('planned', 'running', 'over')),
  ended_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT absences_for_somebody CHECK (stand_in_id <> user_id),
  CONSTRAINT absences_for_some_time CHECK (ends_at > begins_at),
  CONSTRAINT absences_ended CHECK ((state = 'over') = (ended_at IS NOT NULL))
);
CREATE INDEX absences_in_order ON absences (begins_at, id);
CREATE INDEX absences_by_user ON absences (user_id, begins_at, id);
CREATE INDEX absences_by_stand_in ON absences (stand_in_id);
-- Somebody is away once at a time.
CREATE UNIQUE INDEX absences_running ON absences (user_id) WHERE state = 'running';
-- For the clock.
CREATE INDEX absences_to_begin ON absences (begins_at) WHERE state = 'planned';
CREATE INDEX absences_to_end ON absences (ends_at) WHERE state = 'running';

ALTER TABLE complaints
  ADD COLUMN stand_in_id uuid,
  ADD COLUMN stand_in_name text,
  ADD COLUMN stand_in_email text,
  ADD COLUMN stand_in_phone text;
ALTER TABLE complaints
  ADD CONSTRAINT complaints_stand_in FOREIGN KEY (stand_in_id) REFERENCES users (id) NOT VALID;
ALTER TABLE complaints VALIDATE CONSTRAINT complaints_stand_in;
CREATE INDEX complaints_by_stand_in ON complaints (stand_in_id) WHERE stand_in_id IS NOT NULL;
