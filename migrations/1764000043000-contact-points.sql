-- Where the house can be reached.

CREATE TABLE contact_points (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  label text NOT NULL,
  value text NOT NULL,
  languages text[] NOT NULL,
  calendar_id uuid REFERENCES calendars (id),
  closures jsonb NOT NULL,
  note text,
  place integer NOT NULL,
  public boolean NOT NULL,
  retired boolean NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_points_kind CHECK (kind IN ('email', 'phone', 'web', 'letter', 'visit', 'chat', 'social'))
);
CREATE INDEX contact_points_in_order ON contact_points (place, id);
CREATE INDEX contact_points_by_calendar ON contact_points (calendar_id) WHERE calendar_id IS NOT NULL;
