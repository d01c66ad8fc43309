-- In which words the house writes, by kind of letter and language. What was published stays as it was.

CREATE TABLE template_versions (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  language text NOT NULL,
  version integer NOT NULL,
  subject text,
  body text,
  published_by_id uuid,
  published_by_name text,
  created_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX template_versions_by_kind ON template_versions (kind, language, version);
SELECT app_may('template_versions', 'INSERT', 'SELECT');

CREATE TRIGGER template_versions_unchanged BEFORE UPDATE OR DELETE ON template_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
CREATE TRIGGER template_versions_never_truncated BEFORE TRUNCATE ON template_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_version();

-- As each letter was written: its subject, and by which template. Words from before have neither.
ALTER TABLE messages
  ADD COLUMN subject text,
  ADD COLUMN template_kind text,
  ADD COLUMN template_language text,
  ADD COLUMN template_version integer;
