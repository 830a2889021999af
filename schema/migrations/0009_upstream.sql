-- Purpose: which server this database has its log from, where it is a reporting server's: a copy by logical
--   replication, which takes nothing of its own.
-- Never edited once released: its checksum is kept in every database.

-- One row on a reporting server, none elsewhere.
CREATE TABLE log.upstream (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  place text NOT NULL,                      -- of the primary, as people are told
  address text NOT NULL,                    -- of the primary, as libpq reads it; never with a password
  subscription name COLLATE "C" NOT NULL,   -- and slot at the primary
  organization_at bigint NOT NULL DEFAULT 0, -- position up to which rights were made from events
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  made_by text COLLATE "C" NOT NULL DEFAULT session_user
);
