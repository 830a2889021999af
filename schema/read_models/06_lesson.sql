-- Purpose: lessons, where they come from and go to, and what came of their reuse.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A lesson as it stands.
CREATE TABLE lesson (
  department text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the department's lessons
  status text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  title text NOT NULL,
  conditions text NOT NULL,
  suggestion text NOT NULL,
  rationale text NOT NULL,
  for_training boolean NOT NULL,
  drafted_at timestamptz NOT NULL,
  author text COLLATE "C" NOT NULL,
  validated_at timestamptz,
  validator text COLLATE "C",
  validated_alone boolean NOT NULL, -- by its author, in an organization of one
  validation_note text,
  retired_at timestamptz,
  retired_reason text,
  terms text[] NOT NULL, -- of all its texts, folded; see `SearchTerms`
  "position" bigint NOT NULL,
  PRIMARY KEY (department, number)
);
CREATE INDEX lesson_terms ON lesson USING gin (terms);

-- A cycle that a lesson was learned from.
CREATE TABLE lesson_cycle (
  department text COLLATE "C" NOT NULL,
  lesson bigint NOT NULL,
  cycle text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, lesson, cycle)
);
CREATE INDEX lesson_cycle_cycle ON lesson_cycle (cycle);

-- A proposal that another department adopt a lesson.
CREATE TABLE lesson_rollout (
  department text COLLATE "C" NOT NULL,
  lesson bigint NOT NULL,
  proposed_to text COLLATE "C" NOT NULL,
  why text NOT NULL,
  proposed_at timestamptz NOT NULL, -- of the first proposal
  proposed_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, lesson, proposed_to)
);

-- What a department decided on another's lesson.
CREATE TABLE adoption (
  department text COLLATE "C" NOT NULL, -- the department that decided
  lesson text COLLATE "C" NOT NULL,
  adopted boolean NOT NULL, -- false: declined
  cycle text COLLATE "C", -- the cycle in which it is tried
  text text, -- the note of an adoption, the reason of a refusal
  considered bigint NOT NULL, -- position of the lesson's log that the decision knew
  decided_at timestamptz NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, lesson)
);
CREATE INDEX adoption_lesson ON adoption (lesson);

-- The measured effect of a lesson where it was reused.
CREATE TABLE reuse (
  department text COLLATE "C" NOT NULL, -- the department that reuses it
  "position" bigint NOT NULL,
  lesson text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  before double precision NOT NULL, -- mean of the KPI before, in its unit
  after double precision NOT NULL, -- mean of the KPI after, in its unit
  lead_time_days bigint, -- days from proposal to effect
  note text,
  measured_at timestamptz NOT NULL,
  measured_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
CREATE INDEX reuse_lesson ON reuse (lesson);
