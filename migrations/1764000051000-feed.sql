-- Following what happens: tickets that open a stream where a browser cannot send a header, and the search of the log by
-- request.

-- A ticket opens one stream once. The secret itself is known to its holder only.
CREATE TABLE stream_tickets (
  -- SHA-256 of the secret, base64url.
  hash text PRIMARY KEY,
  session_id uuid NOT NULL CONSTRAINT stream_tickets_session REFERENCES sessions (id),
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX stream_tickets_by_session ON stream_tickets (session_id);
CREATE INDEX stream_tickets_by_age ON stream_tickets (expires_at);

CREATE INDEX entries_by_request ON entries (request_id);
