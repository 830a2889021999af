-- Purpose: what it is worth: values per unit, hourly costs, shares of value areas and what else the
--   return on the investment is computed from, as it was stated.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the position of the entry.

-- One statement of worth.
CREATE TABLE worth_entry (
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  type text COLLATE "C" NOT NULL, -- the event's
  about text COLLATE "C" NOT NULL, -- what it is about: a KPI, a session, a design or a layer
  content text NOT NULL, -- the event's payload, as JSON
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
