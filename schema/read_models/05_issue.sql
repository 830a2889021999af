-- Purpose: issues and opinions that went up to a layer, and what was decided.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- An issue or opinion that went up to a layer.
CREATE TABLE issue (
  department text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the department's issues
  issue text NOT NULL,
  raised_to text COLLATE "C" NOT NULL,
  cycle text COLLATE "C",
  raised_at timestamptz NOT NULL,
  raised_by text COLLATE "C" NOT NULL,
  decision text, -- NULL until decided
  why text,
  decided_at timestamptz,
  decided_by text COLLATE "C",
  "position" bigint NOT NULL,
  PRIMARY KEY (department, number)
);
