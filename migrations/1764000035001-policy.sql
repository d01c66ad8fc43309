-- What the house tells the public about complaining, language by language. What was published stays as it was.

CREATE TABLE policy_versions (
  id uuid PRIMARY KEY,
  language text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  introduction text NOT NULL,
  how_to_complain text NOT NULL,
  what_we_need text NOT NULL,
  remedies text NOT NULL,
  charges text,
  help text NOT NULL,
  channels text[] NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  published_by_id uuid,
  published_by_name text,
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX policy_versions_by_language ON policy_versions (language, version);
SELECT app_may('policy_versions', 'INSERT', 'SELECT');

CREATE TRIGGER policy_versions_unchanged BEFORE UPDATE OR DELETE ON policy_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER policy_versions_never_truncated BEFORE TRUNCATE ON policy_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();
