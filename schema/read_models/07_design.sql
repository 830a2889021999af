-- Purpose: training designs, what they teach and why, their sessions and what came of them.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A training design.
CREATE TABLE design (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  number bigint NOT NULL,
  title text NOT NULL,
  audience text[] NOT NULL,
  drafted_at timestamptz NOT NULL,
  drafted_by text COLLATE "C" NOT NULL,
  approved_at timestamptz, -- NULL while a draft
  approved_by text COLLATE "C",
  approval_note text,
  considered json NOT NULL, -- positions of the logs that the approval knew; empty while a draft
  "position" bigint NOT NULL,
  PRIMARY KEY (department, number)
);

-- Something that a design teaches.
CREATE TABLE design_item (
  department text COLLATE "C" NOT NULL,
  design bigint NOT NULL,
  number bigint NOT NULL, -- counts the design's items from 1
  title text NOT NULL,
  reasons text[] NOT NULL, -- ids of lessons, KPIs, issues and sessions
  by_machine boolean NOT NULL, -- whether a machine or an assistant proposed it
  removed_reason text, -- NULL while it stands
  "position" bigint NOT NULL,
  PRIMARY KEY (department, design, number)
);

-- A design's answer to a lesson.
CREATE TABLE design_lesson (
  department text COLLATE "C" NOT NULL,
  design bigint NOT NULL,
  lesson text COLLATE "C" NOT NULL,
  item bigint, -- the item that it went into; NULL when declined
  declined_reason text, -- NULL when incorporated
  answered_at timestamptz NOT NULL,
  answered_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, design, lesson)
);
CREATE INDEX design_lesson_lesson ON design_lesson (lesson);

-- A training session of a design.
CREATE TABLE session (
  department text COLLATE "C" NOT NULL,
  design bigint NOT NULL,
  number bigint NOT NULL, -- counts the design's sessions from 1
  date date NOT NULL,
  layers text[] NOT NULL,
  title text NOT NULL,
  items text[] NOT NULL, -- numbers of the design's items that it teaches
  override_reason text, -- why the field is trained before executives and promoters
  is_cancelled boolean NOT NULL,
  change_reason text, -- of the last change
  scheduled_at timestamptz NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, design, number)
);

-- Somebody who took part in a session.
CREATE TABLE attendance (
  department text COLLATE "C" NOT NULL,
  design bigint NOT NULL,
  session bigint NOT NULL,
  account text COLLATE "C" NOT NULL,
  attended_at timestamptz NOT NULL, -- when the attendance was true
  "position" bigint NOT NULL,
  PRIMARY KEY (department, design, session, account)
);

-- What a session was found to have brought.
CREATE TABLE evaluation (
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  design bigint NOT NULL,
  session bigint NOT NULL,
  level bigint NOT NULL, -- 0 (not held) to 5 (return on investment)
  score double precision, -- percent of the best possible; NULL for a note only
  note text,
  points text[] NOT NULL, -- of the talent profile, those that it speaks of
  evaluated_at timestamptz NOT NULL,
  evaluated_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);

-- What a design or one of its sessions cost.
CREATE TABLE cost (
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  design bigint NOT NULL,
  session bigint, -- NULL for the design as a whole
  what text NOT NULL,
  kind text COLLATE "C", -- what it went into: design, delivery, materials …; NULL where nobody said
  amount bigint NOT NULL, -- minor units of `currency`
  currency text NOT NULL, -- ISO 4217
  occurred_at timestamptz NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
