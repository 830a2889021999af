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
REVOKE ALL ON read.pointer FROM PUBLIC;
SELECT log.for_groups($$
  GRANT USAGE ON SCHEMA read TO :member, :sender;
  REVOKE ALL ON read.pointer FROM :member;
  GRANT SELECT ON read.pointer TO :member;
$$);
