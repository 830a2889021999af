-- Purpose: what people are called, in which language they read, where they are reached, and when they are
--   away. Accounts in the logs are pseudonymous: names stand here, where they can be changed and erased, are
--   part of a backup and of no export.
-- Never edited once released: its checksum is kept in every database.

CREATE SCHEMA people;

CREATE TABLE people.directory (
  account text COLLATE "C" NOT NULL PRIMARY KEY, -- a login
  name text CHECK (length(name) BETWEEN 1 AND 100), -- as people call them; null: by their account
  language text CHECK (language IN ('en', 'ja')), -- null: that of whatever shows something
  address text CHECK (length(address) BETWEEN 3 AND 320), -- of mail; null for none
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_by text COLLATE "C" NOT NULL DEFAULT session_user
);

-- Days on which somebody isn't there. Why isn't kept.
CREATE TABLE people.absence (
  account text COLLATE "C" NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  stated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  stated_by text COLLATE "C" NOT NULL DEFAULT session_user,
  PRIMARY KEY (account, first_day)
);
