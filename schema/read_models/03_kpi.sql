-- Purpose: KPIs, their targets and observations, and what people did upon their charts.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A KPI as defined, with its target in force.
CREATE TABLE kpi (
  department text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  direction text COLLATE "C" NOT NULL,
  cadence text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  measure text COLLATE "C" NOT NULL,
  target double precision, -- in the KPI's unit
  target_by date,
  defined_at timestamptz NOT NULL,
  defined_by text COLLATE "C" NOT NULL,
  retired_at timestamptz, -- NULL while in use
  retired_reason text,
  baseline_first date, -- first day of the first period of a fixed baseline; NULL when none is fixed
  baseline_last date,
  baseline_reason text,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, code)
);

-- A target as set; the latest is in force.
CREATE TABLE kpi_target (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  target double precision NOT NULL, -- in the KPI's unit
  target_by date,
  reason text,
  set_at timestamptz NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, kpi, "position")
);

-- One observed period of a KPI, as in force.
CREATE TABLE observation (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  period date NOT NULL, -- first day
  value double precision NOT NULL, -- in the KPI's unit
  denominator double precision, -- opportunities, greater than 0
  first_value double precision NOT NULL, -- as first recorded
  first_denominator double precision,
  occurred_at timestamptz NOT NULL, -- when it was first observed
  recorded_at timestamptz NOT NULL, -- when the log first learned it
  recorded_by text COLLATE "C" NOT NULL,
  corrections bigint NOT NULL,
  corrected_at timestamptz, -- NULL when never corrected
  correction_reason text, -- of the last correction
  correction_recorded_at timestamptz, -- when the log learned the last correction
  "position" bigint NOT NULL,
  PRIMARY KEY (department, kpi, period)
);

-- What a person did to the limits of a KPI's chart.
CREATE TABLE kpi_mark (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  first date NOT NULL, -- the period excluded, the first day of new limits, or the first day of the baseline
  last date, -- the last day of the baseline
  reason text NOT NULL, -- of a rebase, its cause
  evidence text, -- of a rebase
  occurred_at timestamptz NOT NULL,
  marked_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, kpi, "position")
);

-- A signal on a KPI's chart that somebody took note of.
CREATE TABLE signal_acknowledgement (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL, -- a rule's name as charts give it
  period date NOT NULL, -- the period that completes the signal
  note text NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  acknowledged_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, kpi, rule, period)
);

-- A hypothesis for the cause of a signal.
CREATE TABLE hypothesis (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the KPI's hypotheses from 1
  rule text NOT NULL, -- the signal's rule and the period that completes it
  period date NOT NULL,
  hypothesis text NOT NULL,
  by_machine boolean NOT NULL,
  evidence text[] NOT NULL, -- event references such as `SALES@120`
  cause text COLLATE "C", -- the kind of event named as a cause; NULL where none was
  proposed_at timestamptz NOT NULL,
  proposed_by text COLLATE "C" NOT NULL,
  accepted boolean, -- NULL until tested
  test_note text,
  tested_at timestamptz,
  tested_by text COLLATE "C",
  "position" bigint NOT NULL,
  PRIMARY KEY (department, kpi, number)
);

-- A proposal from history that was turned down, the latest time.
CREATE TABLE declined_proposal (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  cycle text COLLATE "C" NOT NULL, -- the case that leads the proposal
  rule text COLLATE "C" NOT NULL, -- the rule that made it
  reason text NOT NULL,
  declined_at timestamptz NOT NULL,
  declined_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, kpi, cycle)
);
