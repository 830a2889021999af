-- Purpose: who may write what. What an event type needs, and what each part in the organization may, are
--   stated here and held equal to the domain's by a test; who has which part comes from the events of
--   the head department's log, in the transaction that appends them.
-- Columns: beside each.
-- Rights: record entries of daily work · judge cycles' results · lead a department's KPIs, lessons and
--   practices · review · share hypotheses, roll-outs and adoptions · train · decide and approve for the
--   organization · administer · read · audit · any: all of them
CREATE TABLE IF NOT EXISTS log.event_right (
  type text COLLATE "C" NOT NULL PRIMARY KEY, -- such as CyclePlanned
  needs text COLLATE "C" NOT NULL,            -- a right
  page boolean NOT NULL DEFAULT false         -- whether the page's forms make it
);

CREATE TABLE IF NOT EXISTS log.part_right (
  part text COLLATE "C" NOT NULL,             -- layer or role, or founder, or machine
  may text COLLATE "C" NOT NULL,              -- a right
  reach text COLLATE "C" NOT NULL             -- own: the department of the part; all
    CHECK (reach IN ('own', 'all')),
  PRIMARY KEY (part, may)
);

-- Present members, as the head department's log has them.
CREATE TABLE IF NOT EXISTS log.membership (
  person text COLLATE "C" NOT NULL PRIMARY KEY, -- a login
  department text COLLATE "C" NOT NULL,
  layer text COLLATE "C" NOT NULL,
  machine boolean NOT NULL
);

CREATE TABLE IF NOT EXISTS log.held_role (
  person text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,       -- *: of all
  PRIMARY KEY (person, role, department)
);

-- Departments that were closed and whom another goes on for.
CREATE TABLE IF NOT EXISTS log.closure (
  department text COLLATE "C" NOT NULL PRIMARY KEY,
  successor text COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS closure_successor ON log.closure (successor);

-- What append asks: person × department × right.
CREATE TABLE IF NOT EXISTS log.access (
  person text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,       -- *: all
  may text COLLATE "C" NOT NULL,
  PRIMARY KEY (person, department, may)
);

-- What an event type needs.
-- Result: rows as log.event_right has them
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.stated_needs() RETURNS TABLE (type text, needs text, page boolean)
LANGUAGE sql IMMUTABLE
AS $$
  WITH stated (needs, types) AS (
    VALUES
      ('record', 'CyclePlanned JournalOpened PlanAmended ActionLogged ActionWithdrawn ObstacleReported'
        ' NextCycleLinked ObservationRecorded ObservationCorrected IssueRaised LessonDrafted'
        ' ConceptDrafted ConceptStarted ProposalDeclined'),
      ('judge', 'CycleCancelled CycleChecked CycleActed DecisionDone'),
      ('lead', 'KPIDefined TargetSet KPIRetired BaselineFixed PointExcluded LimitsRebased'
        ' PracticeStandardised LessonValidated LessonRetired UnitValueSet IndicatorNamed'),
      ('review', 'SignalAcknowledged ReviewOpened SnapshotTaken ItemCarriedOver ReviewClosed'
        ' AddendumMade'),
      ('resolve', 'DecisionMade DecisionAmended DecisionWithdrawn IssueDecided ConceptChosen'
        ' ConceptDeclined'),
      ('share', 'HypothesisTested RollOutProposed LessonAdopted LessonDeclined ReuseMeasured'),
      ('propose', 'HypothesisProposed'),
      ('train', 'DesignDrafted DesignItemAdded DesignItemRemoved LessonIncorporated'
        ' LessonDeclinedForDesign SessionScheduled SessionChanged AttendanceRecorded'
        ' EvaluationRecorded CostRecorded TrainingProviderContracted CurriculumSet WorkingHoursStated'
        ' SessionTimesPlanned SessionTimesRecorded AttendanceTimed AttendanceWithdrawn'
        ' TrainingExpenseRecorded SubsidyConditionStated SubsidyPaperFiled SessionLengthStated'
        ' SubsidyReceived EffectEstimated'),
      ('decide', 'VisionDeclared ValueAreaChosen TrainingPolicySet PolicyRevised DesignApproved'
        ' ValueAreasShared WageRateSet'),
      ('administer', 'OrganizationFounded DepartmentRegistered DepartmentRenamed DepartmentClosed'
        ' MemberJoined MemberLeft RoleGranted RoleRevoked SponsorAssigned EventRedacted'
        ' EventSetAside')
  )
  SELECT t.type, s.needs,
    t.type IN ('ActionLogged', 'ObservationRecorded', 'IssueDecided', 'DecisionDone') AS page
  FROM stated s, unnest(string_to_array(s.types, ' ')) t(type)
$$;

-- What each part in the organization may.
-- Result: rows as log.part_right has them
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.stated_parts() RETURNS TABLE (part text, may text, reach text)
LANGUAGE sql IMMUTABLE
AS $$
  SELECT s.part, m.may, s.reach
  FROM (VALUES
    ('founder', 'all', 'any read'),
    ('field', 'own', 'record judge read'),
    ('promoter', 'own', 'record judge lead review resolve train'),
    ('promoter', 'all', 'share propose read'),
    ('executive', 'own', 'record judge lead review train'),
    ('executive', 'all', 'resolve decide share propose read'),
    ('reviewer', 'own', 'review resolve judge'),
    ('reviewer', 'all', 'read'),
    ('trainer', 'own', 'train'),
    ('trainer', 'all', 'read'),
    ('administrator', 'all', 'administer audit read'),
    ('auditor', 'all', 'audit read'),
    ('machine', 'own', 'record propose read')
  ) s (part, reach, rights), unnest(string_to_array(s.rights, ' ')) m(may)
$$;

-- Rows that stay as they are aren't touched: appends that read them go on.
DELETE FROM log.event_right e WHERE e.type NOT IN (SELECT s.type FROM log.stated_needs() s);
INSERT INTO log.event_right AS e (type, needs, page)
SELECT s.type, s.needs, s.page FROM log.stated_needs() s
ON CONFLICT (type) DO UPDATE SET (needs, page) = (excluded.needs, excluded.page)
WHERE (e.needs, e.page) IS DISTINCT FROM (excluded.needs, excluded.page);
DELETE FROM log.part_right p
WHERE NOT EXISTS (SELECT FROM log.stated_parts() s WHERE (s.part, s.may) = (p.part, p.may));
INSERT INTO log.part_right AS p (part, may, reach)
SELECT s.part, s.may, s.reach FROM log.stated_parts() s
ON CONFLICT (part, may) DO UPDATE SET reach = excluded.reach WHERE p.reach <> excluded.reach;
