-- Whom the records of access concern: who read of a complaint, a customer or a user, and who was refused there.

-- The record is the entry with this id as its subject; here stands one row for each thing that it is about.
CREATE TABLE access_records (
  id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  PRIMARY KEY (id, subject_type, subject_id)
);
CREATE INDEX access_records_of_subject ON access_records (subject_id, id);

CREATE TRIGGER access_records_append_only BEFORE UPDATE OR DELETE ON access_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_records_never_truncated BEFORE TRUNCATE ON access_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

SELECT app_may('access_records', 'INSERT', 'SELECT');
