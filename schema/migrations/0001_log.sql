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
  made_by text COLLATE "C" NOT NULL DEFAULT session_user,
  -- A bound that the last position is not below; moved along seldom.
  near_end bigint NOT NULL DEFAULT 0 CHECK (near_end >= 0)
);

-- Codes that differ in letter case alone would be read as one department.
CREATE UNIQUE INDEX department_code_folded ON log.department (lower(department));

-- At most one department is the head.
CREATE UNIQUE INDEX department_one_head ON log.department (head) WHERE head;

-- What a well-formed event is stands in log.is_event, which the ways in ask: a CHECK would be
-- parsed and planned anew by each INSERT, at more than the price of the insert itself.
CREATE TABLE log.event (
  department text COLLATE "C" NOT NULL,     -- has its row: append locks it
  position bigint NOT NULL,                 -- from 1, dense in the department
  stream text COLLATE "C" NOT NULL,         -- such as cycle-12
  stream_version bigint NOT NULL,           -- from 1, dense in the stream
  type text COLLATE "C" NOT NULL,           -- such as CyclePlanned
  schema_version smallint NOT NULL,         -- of the payload, from 1
  command_id uuid NOT NULL,
  ordinal integer NOT NULL,                 -- place within its command, from 0
  request bytea NOT NULL,                   -- SHA-256(salt || command's content)
  causation text COLLATE "C",               -- event reference, DEPARTMENT@position
  correlation uuid,
  actor text COLLATE "C" NOT NULL,          -- the login role that appended it
  occurred_at timestamptz NOT NULL,         -- when it was true; a year of four digits
  recorded_at timestamptz NOT NULL,         -- when the log learned it; never decreasing
  payload json NOT NULL,                    -- RFC 8785 text, verbatim
  salt bytea NOT NULL,                      -- 16 random bytes; empty once redacted
  leaf_hash bytea NOT NULL,                 -- SHA-256(0x00 || log.line(event))
  PRIMARY KEY (department, position),
  CONSTRAINT event_stream_version_key UNIQUE (department, stream, stream_version),
  CONSTRAINT event_command_key UNIQUE (department, command_id, ordinal)
);

COMMENT ON TABLE log.event IS
  'Append-only. leaf_hash = SHA-256(0x00 || log.line(event)); see schema/functions.';
