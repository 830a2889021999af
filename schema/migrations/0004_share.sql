-- Purpose: who gets what sent to where people work, and how far that has come. Nothing in it is a fact of
--   the logs, and no text of theirs: what is sent is made anew from them at each attempt.
-- Never edited once released: its checksum is kept in every database.

CREATE SCHEMA share;

CREATE TABLE share.target (
  name text COLLATE "C" NOT NULL PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  channel text COLLATE "C" NOT NULL
    CHECK (channel IN ('slack', 'notion', 'teams', 'webhook', 'mail')),
  reader text COLLATE "C" NOT NULL,         -- account it reads as
  settings json NOT NULL,                   -- what it is told, when and how; nothing secret
  since timestamptz NOT NULL DEFAULT clock_timestamp(), -- what came before isn't told
  added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  added_by text COLLATE "C" NOT NULL DEFAULT session_user,
  paused_at timestamptz,                    -- null while it is served
  paused_by text COLLATE "C",               -- null where the sender paused it
  paused_because text,                      -- a word of the sender's, or a person's reason
  last_number bigint NOT NULL DEFAULT 0     -- of its deliveries
);

-- Addresses that are credentials, tokens and signing keys.
CREATE TABLE share.secret (
  target text COLLATE "C" NOT NULL PRIMARY KEY REFERENCES share.target ON DELETE CASCADE,
  secret json NOT NULL
);

-- How far each department's log has been looked through for a target.
CREATE TABLE share.progress (
  target text COLLATE "C" NOT NULL REFERENCES share.target ON DELETE CASCADE,
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (target, department)
);

CREATE TABLE share.delivery (
  target text COLLATE "C" NOT NULL REFERENCES share.target ON DELETE CASCADE,
  number bigint NOT NULL,                   -- the order of the target's deliveries, from 1
  occasion text COLLATE "C" NOT NULL,       -- an event's reference, or such as SALES-2026-W47/written
  kind text COLLATE "C" NOT NULL,           -- such as review-closed
  department text COLLATE "C" NOT NULL,
  about text COLLATE "C" NOT NULL,          -- what it is about, by its id
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text COLLATE "C" NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'sent', 'aside', 'skipped')),
  attempts integer NOT NULL DEFAULT 0,
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,              -- null: as soon as its turn comes
  last_result text,                         -- of the last attempt: a word and a number, without texts
  sent_at timestamptz,
  PRIMARY KEY (target, number),
  CONSTRAINT delivery_occasion_key UNIQUE (target, occasion)
);

CREATE INDEX delivery_waiting ON share.delivery (target, number) WHERE state = 'waiting';
CREATE INDEX delivery_aside ON share.delivery (target, number) WHERE state = 'aside';
