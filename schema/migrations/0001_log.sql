-- Purpose: the department logs. Facts live here; everything else can be made again.
-- Never edited once released: its checksum is kept in every database.

DO $$
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'the log needs a database in UTF8, and this one is in %',
      current_setting('server_encoding')
      USING HINT = 'Make one:  createdb --template=template0 --encoding=UTF8 <name>';
  END IF;
END $$;

CREATE SCHEMA log;

-- One row a department. Appending locks its row, which orders the department's
-- events; departments commit in parallel.
CREATE TABLE log.department (
  department text COLLATE "C" NOT NULL PRIMARY KEY
    CHECK (department ~ '^[A-Za-z][A-Za-z0-9-]{0,31}$'),
  head boolean NOT NULL DEFAULT false,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  made_by text COLLATE "C" NOT NULL DEFAULT session_user
);

-- Codes that differ in letter case alone would be read as one department.
CREATE UNIQUE INDEX department_code_folded ON log.department (lower(department));

-- At most one department is the head.
CREATE UNIQUE INDEX department_one_head ON log.department (head) WHERE head;

CREATE TABLE log.event (
  department text COLLATE "C" NOT NULL,                   -- has its row: append locks it
  position bigint NOT NULL CHECK (position >= 1),           -- dense in the department
  stream text COLLATE "C" NOT NULL CHECK (stream ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$'),
  stream_version bigint NOT NULL CHECK (stream_version >= 1), -- dense in the stream
  type text COLLATE "C" NOT NULL CHECK (type ~ '^[A-Za-z][A-Za-z0-9]{0,63}$'),
  schema_version smallint NOT NULL CHECK (schema_version >= 1),
  command_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 0),            -- within its command
  request bytea NOT NULL CHECK (octet_length(request) = 32),-- SHA-256(salt ‖ command's content)
  causation text COLLATE "C",                               -- event reference, DEPARTMENT@position
  correlation uuid,
  actor text COLLATE "C" NOT NULL,
  occurred_at timestamptz NOT NULL                          -- a year of four digits, as lines have
    CHECK (occurred_at >= '0001-01-01T00:00:00Z' AND occurred_at < '10000-01-01T00:00:00Z'),
  recorded_at timestamptz NOT NULL
    CHECK (recorded_at >= '0001-01-01T00:00:00Z' AND recorded_at < '10000-01-01T00:00:00Z'),
  payload json NOT NULL,                                    -- RFC 8785 text, verbatim
  salt bytea NOT NULL CHECK (octet_length(salt) IN (0, 16)),-- empty once redacted
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  PRIMARY KEY (department, position),
  CONSTRAINT event_stream_version_key UNIQUE (department, stream, stream_version),
  CONSTRAINT event_command_key UNIQUE (department, command_id, ordinal)
);

COMMENT ON TABLE log.event IS
  'Append-only. leaf_hash = SHA-256(0x00 || log.line(event)); see schema/functions.';
