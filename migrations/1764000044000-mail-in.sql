-- Mail that comes in: every mail with what became of it. The whole lies in the storage under `storage_key`. Of mails
-- with one Message-ID the first is taken; another that differs from it is kept beside it.

CREATE TABLE inbound_mails (
  id uuid PRIMARY KEY,
  mailbox text NOT NULL,
  identity text NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  storage_key text,
  kind text,
  decision text NOT NULL,
  because text NOT NULL,
  sender text,
  counted_as text,
  subject text,
  complaint_id uuid CONSTRAINT inbound_mails_complaint REFERENCES complaints (id),
  suggested_id uuid CONSTRAINT inbound_mails_suggested REFERENCES complaints (id),
  message_id uuid CONSTRAINT inbound_mails_message REFERENCES messages (id),
  files integer NOT NULL DEFAULT 0,
  files_left integer NOT NULL DEFAULT 0,
  decided_by_id uuid,
  decided_by_name text,
  decided_at timestamptz(3),
  erased_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  received_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT inbound_mails_once UNIQUE (mailbox, identity, sha256),
  CONSTRAINT inbound_mails_kind CHECK (kind IN
    ('bounce', 'delay', 'automatic', 'list', 'feedback_report', 'person')),
  CONSTRAINT inbound_mails_decision CHECK (decision IN
    ('reply', 'suggestion', 'new', 'bounce', 'automatic', 'ignored', 'capped', 'duplicate', 'refused', 'attached')),
  CONSTRAINT inbound_mails_sha256 CHECK (length(sha256) = 64),
  CONSTRAINT inbound_mails_there CHECK (erased_at IS NOT NULL OR storage_key IS NOT NULL)
);
-- What a complaint came by, and what belongs to it.
CREATE INDEX inbound_mails_by_complaint ON inbound_mails (complaint_id, id) WHERE complaint_id IS NOT NULL;
CREATE INDEX inbound_mails_by_suggested ON inbound_mails (suggested_id) WHERE suggested_id IS NOT NULL;
CREATE INDEX inbound_mails_by_message ON inbound_mails (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX inbound_mails_by_decision ON inbound_mails (decision, id);
-- How many mails came from an address lately.
CREATE INDEX inbound_mails_counted ON inbound_mails (counted_as, created_at) WHERE counted_as IS NOT NULL;
-- A sweep asks which files the storage holds for nothing.
CREATE UNIQUE INDEX inbound_mails_by_storage_key ON inbound_mails (storage_key);
-- Those whose files are to be deleted.
CREATE INDEX inbound_mails_to_forget ON inbound_mails (id) WHERE erased_at IS NOT NULL AND storage_key IS NOT NULL;
-- Those that came to no complaint and will have been kept for long enough.
CREATE INDEX inbound_mails_alone ON inbound_mails (created_at) WHERE complaint_id IS NULL AND erased_at IS NULL;

-- How far a mailbox was read: what a server with the same UIDVALIDITY numbers higher is new (RFC 9051, 2.3.1.1).
CREATE TABLE inbound_mailboxes (
  name text PRIMARY KEY,
  uid_validity text NOT NULL,
  last_uid bigint NOT NULL
);
