-- Files of complaints. The bytes lie in the storage under `storage_key`; a row never goes without its file, but for one
-- that was removed: it lets go of its key when the file is deleted.

CREATE TABLE attachments (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL CONSTRAINT attachments_complaint REFERENCES complaints (id),
  upload_id uuid NOT NULL,
  message_id uuid CONSTRAINT attachments_message REFERENCES messages (id),
  brought_by text NOT NULL,
  name text,
  description text,
  declared_type text,
  type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text,
  scan text NOT NULL,
  threat text,
  scanned_at timestamptz(3),
  added_by_id uuid,
  added_by_name text,
  removed_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT attachments_brought_by CHECK (brought_by IN ('customer', 'staff')),
  CONSTRAINT attachments_scan CHECK (scan IN ('unscanned', 'clean', 'infected')),
  CONSTRAINT attachments_size CHECK (size >= 0),
  CONSTRAINT attachments_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT attachments_scanned CHECK ((scan = 'unscanned') = (scanned_at IS NULL)),
  CONSTRAINT attachments_threat CHECK ((scan = 'infected') = (threat IS NOT NULL)),
  CONSTRAINT attachments_there CHECK (
    CASE WHEN removed_at IS NULL THEN num_nulls(name, storage_key) = 0 ELSE name IS NULL END)
);
CREATE INDEX attachments_by_complaint ON attachments (complaint_id, id);
CREATE INDEX attachments_by_upload ON attachments (upload_id);
CREATE INDEX attachments_by_message ON attachments (message_id) WHERE message_id IS NOT NULL;
-- A sweep asks which files the storage holds for nothing.
CREATE UNIQUE INDEX attachments_by_storage_key ON attachments (storage_key);
-- Those whose files are to be deleted.
CREATE INDEX attachments_to_forget ON attachments (id) WHERE removed_at IS NOT NULL AND storage_key IS NOT NULL;
-- What supervisors look through.
CREATE INDEX attachments_infected ON attachments (id) WHERE scan = 'infected';
