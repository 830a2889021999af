-- Purpose: visions with their KPIs, value areas and the versions of the training policy.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A vision as declared; the latest is in force.
CREATE TABLE vision (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  "position" bigint NOT NULL, -- of its declaration, by which versions are told apart
  statement text NOT NULL,
  declared_at timestamptz NOT NULL,
  declared_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);

-- A KPI by which a vision is measured.
CREATE TABLE vision_kpi (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  "position" bigint NOT NULL, -- the declaration of the vision
  kpi text COLLATE "C" NOT NULL,
  place bigint NOT NULL, -- from 1, as the vision names them
  PRIMARY KEY (department, "position", kpi)
);

-- A decision to turn an area into value, and to invest in it.
CREATE TABLE value_area (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  "position" bigint NOT NULL, -- of the decision; an area chosen again stands twice
  name text NOT NULL,
  investment bigint, -- minor units of `currency`
  currency text, -- ISO 4217; NULL without an investment
  why text NOT NULL,
  chosen_at timestamptz NOT NULL,
  chosen_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);

-- A version of the training policy; the latest is in force.
CREATE TABLE policy (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  "position" bigint NOT NULL, -- of the decision, by which versions are told apart
  policy text NOT NULL,
  profile text NOT NULL, -- the people that the training is to form
  reason text, -- NULL for the first version
  review text COLLATE "C", -- the review in which it was revised
  lessons text[] NOT NULL, -- lessons that led to the revision
  set_at timestamptz NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
