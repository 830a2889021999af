-- Purpose: what the papers for a training design's subsidy need, as it was recorded.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the position of the entry.

-- One entry of the records for a design's subsidy papers.
CREATE TABLE subsidy_entry (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  "position" bigint NOT NULL,
  design bigint NOT NULL, -- number of the design that it is about
  type text COLLATE "C" NOT NULL, -- the event's
  session bigint, -- the session that it is about; NULL for the design as a whole
  account text COLLATE "C", -- whose it is; NULL for no one person's
  content text NOT NULL, -- the event's payload, as JSON
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
CREATE INDEX subsidy_entry_design ON subsidy_entry (department, design);

-- A session that was put on another day, or cancelled, each time that it was.
CREATE TABLE session_move (
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  design bigint NOT NULL,
  session bigint NOT NULL,
  date date, -- NULL where it kept its day
  is_cancelled boolean NOT NULL,
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (department, "position")
);
