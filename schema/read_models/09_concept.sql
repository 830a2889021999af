-- Purpose: use-case concepts, made in trainings and after them, and what became of them.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A use-case concept.
CREATE TABLE concept (
  department text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the department's concepts
  status text COLLATE "C" NOT NULL, -- waiting, chosen, declined or started
  title text NOT NULL,
  task text NOT NULL,
  by_ai text NOT NULL, -- what is done with AI
  by_people text NOT NULL, -- what is done by people
  kpi text COLLATE "C" NOT NULL,
  predicted double precision NOT NULL, -- the KPI's level that it should bring
  due date, -- the day by which; NULL where the worksheet says none
  value_area text,
  effort text,
  risk text,
  data text, -- the data that it handles
  first_step text NOT NULL,
  first_step_by date NOT NULL,
  session text COLLATE "C", -- the training session that it was made in
  drafted_at timestamptz NOT NULL,
  drafted_by text COLLATE "C" NOT NULL,
  decision_reason text, -- why it was chosen or declined
  decided_at timestamptz,
  decided_by text COLLATE "C",
  cycle text COLLATE "C", -- the cycle that tries it
  started_at timestamptz,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, number)
);
CREATE INDEX concept_session ON concept (session);
