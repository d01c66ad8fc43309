-- What the house promises to whom. A complaint names a version of a standard, so every version stays as it was.

CREATE TABLE standards (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  rank integer NOT NULL,
  active boolean NOT NULL,
  is_default boolean NOT NULL,
  applies_to jsonb NOT NULL,
  calendar_id uuid,
  promises jsonb NOT NULL,
  pauses jsonb NOT NULL,
  closing_window text NOT NULL,
  closing_notice text NOT NULL,
  dispute_window text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX standards_by_rank ON standards (rank);
CREATE UNIQUE INDEX standards_one_default ON standards (is_default) WHERE is_default;
CREATE INDEX standards_by_calendar ON standards (calendar_id) WHERE calendar_id IS NOT NULL;

CREATE TABLE standard_versions (
  standard_id uuid NOT NULL CONSTRAINT standard_versions_standard REFERENCES standards (id),
  version integer NOT NULL,
  spec jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (standard_id, version)
);
SELECT app_may('standard_versions', 'INSERT', 'SELECT');

CREATE TRIGGER standard_versions_unchanged BEFORE UPDATE OR DELETE ON standard_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER standard_versions_never_truncated BEFORE TRUNCATE ON standard_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();

-- The built-in standard fits every complaint and is asked last; built-in.ts says the same, and a test compares the two.
INSERT INTO standards VALUES (
  '019ab000-0000-7000-8000-000000000001', 'built-in', 1000000, true, true,
  '{"tiers": [], "channels": [], "categoryIds": [], "severities": [], "languages": []}', NULL,
  '[
    {"kind": "acknowledge", "target": "PT24H", "time": "elapsed", "warnAtPercent": 80,
      "pausable": false, "legal": false},
    {"kind": "establish_facts", "target": "P5D", "time": "elapsed", "warnAtPercent": 80,
      "pausable": true, "legal": false},
    {"kind": "name_owner", "target": "P1D", "time": "elapsed", "warnAtPercent": 80,
      "pausable": true, "legal": false},
    {"kind": "update", "target": "P7D", "time": "elapsed", "warnAtPercent": 80,
      "pausable": true, "legal": false},
    {"kind": "resolve", "target": "P28D", "time": "elapsed", "warnAtPercent": 80,
      "pausable": true, "legal": false}
  ]',
  '{"most": 2, "longest": "P14D"}', 'P14D', 'P3D', 'P6M', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'
);
INSERT INTO standard_versions (standard_id, version, spec, created_at)
SELECT s.id, s.version, jsonb_build_object(
    'name', s.name, 'rank', s.rank, 'active', s.active, 'appliesTo', s.applies_to, 'calendarId', s.calendar_id,
    'promises', s.promises, 'pauses', s.pauses, 'closingWindow', s.closing_window,
    'closingNotice', s.closing_notice, 'disputeWindow', s.dispute_window
  ), s.created_at
FROM standards s;
