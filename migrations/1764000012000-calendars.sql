-- When the house is open. A promise is explained by a version of a calendar, so every version stays as it was.

CREATE TABLE calendars (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  zone text NOT NULL,
  hours jsonb NOT NULL,
  holidays jsonb NOT NULL,
  exceptions jsonb NOT NULL,
  moves jsonb NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

-- No foreign key: the versions outlive their calendar.
CREATE TABLE calendar_versions (
  calendar_id uuid NOT NULL,
  version integer NOT NULL,
  spec jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (calendar_id, version)
);
SELECT app_may('calendar_versions', 'INSERT', 'SELECT');

CREATE FUNCTION refuse_change_of_version() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: complaints and promises refer to what stands there', tg_op, tg_table_name
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER calendar_versions_unchanged BEFORE UPDATE OR DELETE ON calendar_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER calendar_versions_never_truncated BEFORE TRUNCATE ON calendar_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();
