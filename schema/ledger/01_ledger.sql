-- Purpose: which migrations were applied to this database, and by which files its functions, views
--   and privileges were made. Applied before anything else, each time; everything here may be there.
-- Columns: beside each.
CREATE SCHEMA IF NOT EXISTS pdca_schema;

-- One row a migration.
CREATE TABLE IF NOT EXISTS pdca_schema.migration (
  number int PRIMARY KEY, -- from 1
  name text NOT NULL, -- path below schema/
  checksum text NOT NULL, -- SHA-256 of the file, in hexadecimal
  applied_at timestamptz NOT NULL DEFAULT now(),
  applied_by text NOT NULL DEFAULT session_user
);

-- What every command looks at first.
CREATE TABLE IF NOT EXISTS pdca_schema.state (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  migrations int NOT NULL, -- how many were applied
  fingerprint bigint NOT NULL -- tells the files of one program from those of another
);
GRANT USAGE ON SCHEMA pdca_schema TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA pdca_schema TO PUBLIC;
