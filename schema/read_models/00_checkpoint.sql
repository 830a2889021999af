-- Purpose: how far each projection module has come in each department's log.
-- Columns: beside each.
-- Key: (projection, department)
CREATE TABLE checkpoint (
  projection text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL DEFAULT 0, -- the last event taken in; 0 before the first
  error text,                           -- why the event after it could not be taken in
  failed_position bigint,               -- that event; NULL while all goes well
  PRIMARY KEY (department, projection)
);

-- What has stopped, which every command asks.
CREATE INDEX checkpoint_stopped ON checkpoint (department) WHERE failed_position IS NOT NULL;

-- Purpose: what the projections of this schema were built from, to tell which of them changed.
-- Columns: beside each.
-- Key: name
CREATE TABLE projection (
  name text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  tables text NOT NULL -- the file that made its tables
);
