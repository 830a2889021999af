-- Purpose: which of the schemas read_N holds the read models in use. Made before the first build;
--   it may be there.
-- Columns: beside each.
CREATE SCHEMA IF NOT EXISTS read;

-- One row from the first build on.
CREATE TABLE IF NOT EXISTS read.pointer (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  schema text COLLATE "C" NOT NULL, -- such as read_7
  definition text COLLATE "C" NOT NULL, -- tells files and projection versions apart
  built_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT USAGE ON SCHEMA read TO pdca_member;
REVOKE ALL ON read.pointer FROM PUBLIC, pdca_member;
GRANT SELECT ON read.pointer TO pdca_member;
