-- Purpose: cycles from plan to practice, with their actions, steps and obstacles.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A cycle, or a journal of unplanned actions, as it stands.
CREATE TABLE cycle (
  department text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the department's cycles
  status text COLLATE "C" NOT NULL,
  title text NOT NULL,
  problem text, -- NULL, as all of the plan, until planned
  change text,
  kpi text COLLATE "C",
  predicted double precision, -- in the KPI's unit, as last amended
  predicted_low double precision, -- of a range, whose middle is `predicted`; NULL for one number
  predicted_high double precision,
  original_prediction double precision, -- as first planned
  baseline double precision, -- the KPI's level when planned
  window_first date, -- first day whose observations the check looks at
  window_last date,
  due date,
  original_due date, -- as first planned
  owner text COLLATE "C",
  opened_at timestamptz NOT NULL,
  opened_by text COLLATE "C" NOT NULL,
  planned_at timestamptz,
  planned_position bigint,
  amendments bigint NOT NULL,
  checked_at timestamptz,
  checked_position bigint,
  checked_by text COLLATE "C",
  computed_verdict text COLLATE "C", -- NULL when not measured
  verdict text COLLATE "C",
  override_reason text, -- why the verdict differs from the computed one
  actual double precision, -- mean of the observations in the window, in the KPI's unit
  observations bigint, -- how many made up `actual`
  evidence text,
  not_measured_reason text,
  check_note text,
  acted_at timestamptz,
  acted_position bigint,
  acted_by text COLLATE "C",
  choice text COLLATE "C",
  why text,
  overriding text COLLATE "C", -- the verdict against which it was adopted
  cancelled_at timestamptz,
  cancelled_reason text,
  next text[] NOT NULL, -- cycles that go on from this one
  precedents text[] NOT NULL, -- cycles cited by the proposal that it takes up
  actions bigint NOT NULL, -- logged and not withdrawn
  obstacles bigint NOT NULL,
  last_activity timestamptz NOT NULL, -- the latest time at which an event of it was true
  "position" bigint NOT NULL,
  PRIMARY KEY (department, number)
);
CREATE INDEX cycle_open ON cycle (department, due) WHERE status NOT IN ('acted', 'cancelled');

-- Something done in a cycle.
CREATE TABLE action (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  version bigint NOT NULL, -- of the stream, by which a withdrawal names it
  text text NOT NULL,
  minutes bigint,
  link text,
  acted_by text NOT NULL, -- who acted: the account that logged it unless told otherwise
  actor text COLLATE "C" NOT NULL, -- who logged it
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  by_machine boolean NOT NULL, -- whether a machine or an assistant wrote it down
  withdrawn_at timestamptz, -- NULL while it stands
  withdrawn_reason text,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, version)
);
CREATE INDEX action_time ON action (department, occurred_at);

-- A step that a cycle took, for its history and for what was recorded late.
CREATE TABLE cycle_step (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  version bigint NOT NULL, -- of the stream
  kind text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, version)
);
CREATE INDEX cycle_step_time ON cycle_step (department, occurred_at);

-- A change of a cycle's plan; a NULL part stayed as it was.
CREATE TABLE cycle_amendment (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  version bigint NOT NULL, -- of the stream
  title text,
  change text,
  predicted double precision,
  predicted_low double precision,
  predicted_high double precision,
  window_first date,
  window_last date,
  due date,
  owner text COLLATE "C",
  reason text NOT NULL,
  amended_at timestamptz NOT NULL,
  amended_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, version)
);

-- A lesson that was looked at when a cycle was planned.
CREATE TABLE cycle_lesson_consulted (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  lesson text COLLATE "C" NOT NULL,
  consulted_at timestamptz NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, lesson)
);
CREATE INDEX cycle_lesson_consulted_lesson ON cycle_lesson_consulted (lesson);

-- Something that stands in a cycle's way.
CREATE TABLE obstacle (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  version bigint NOT NULL, -- of the stream
  obstacle text NOT NULL,
  by_machine boolean NOT NULL, -- whether a machine or an assistant wrote it down
  reported_at timestamptz NOT NULL,
  reported_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, version)
);

-- A practice that became standard out of a cycle.
CREATE TABLE practice (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  version bigint NOT NULL, -- of the stream
  practice text NOT NULL,
  link text,
  standardised_at timestamptz NOT NULL,
  standardised_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, version)
);

-- A file that spoke for a check; the file itself stays with whoever keeps it.
CREATE TABLE check_file (
  department text COLLATE "C" NOT NULL,
  cycle bigint NOT NULL,
  number bigint NOT NULL, -- its place among the check's files, from 1
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL, -- of its bytes, in lower-case hexadecimal
  checked_at timestamptz NOT NULL,
  checked_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, cycle, number)
);
CREATE INDEX check_file_hash ON check_file (sha256);
