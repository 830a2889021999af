-- Purpose: what the database's groups of logins are called. PostgreSQL's roles are the server's, so that
--   each database has groups of its own, which bear its name.
-- Never edited once released: its checksum is kept in every database.
CREATE TABLE log.login_group (
  kind text COLLATE "C" NOT NULL PRIMARY KEY -- member, administrator, sender
    CHECK (kind IN ('member', 'administrator', 'sender')),
  name name NOT NULL, -- a role
  -- The database that it was made for, as pg_database numbers it: in a copy or a restored backup another,
  -- which gets groups of its own when it is migrated. One that is renamed keeps them.
  database oid NOT NULL
);
