-- Purpose: which events a log takes: their types, and the streams that each may stand in. It is held
--   equal to the domain's by a test. What a stream's name looks like is said once a kind.
-- Columns: beside each.
-- An ordinary table, since append looks a type up by its key; made again by each migration.
CREATE TABLE IF NOT EXISTS log.event_type (
  type text COLLATE "C" NOT NULL PRIMARY KEY, -- such as CyclePlanned
  stream_kind text COLLATE "C" NOT NULL,      -- what its streams are about: cycle
  stream_form text COLLATE "C" NOT NULL,      -- the regular expression that their names match
  versions smallint NOT NULL DEFAULT 1,       -- versions of its payload, from 1 to this
  own boolean NOT NULL DEFAULT false          -- appended by the log's own functions alone
);

DO $$
DECLARE
  types text[];
BEGIN
  CREATE TEMPORARY TABLE stated_type ON COMMIT DROP AS
  WITH kind (kind, form) AS (
    VALUES
      ('organization', '^organization$'),
      ('strategy', '^strategy$'),
      ('kpi', '^kpi-[A-Za-z][A-Za-z0-9-]*$'),
      ('cycle', '^cycle-[1-9][0-9]{0,8}$'),
      ('issue', '^issue-[1-9][0-9]{0,8}$'),
      ('lesson', '^lesson-[1-9][0-9]{0,8}$'),
      ('adoption', '^adoption-[A-Za-z][A-Za-z0-9-]*-L[1-9][0-9]{0,8}$'),
      ('design', '^design-[1-9][0-9]{0,8}$'),
      ('review', '^review-[0-9]{4}-(W[0-9]{2}|[0-9]{2})$'),
      ('redactions', '^redactions$'),
      ('concept', '^concept-[1-9][0-9]{0,8}$'),
      ('subsidy', '^subsidy-[1-9][0-9]{0,8}$'),
      ('worth', '^worth$'),
      ('exclusions', '^exclusions$')
  ), listed (kind, types) AS (
    VALUES
      ('organization', 'OrganizationFounded DepartmentRegistered DepartmentRenamed DepartmentClosed'
        ' MemberJoined MemberLeft RoleGranted RoleRevoked SponsorAssigned'),
      ('strategy', 'VisionDeclared ValueAreaChosen TrainingPolicySet PolicyRevised'),
      ('kpi', 'KPIDefined TargetSet ObservationRecorded ObservationCorrected KPIRetired BaselineFixed'
        ' PointExcluded LimitsRebased SignalAcknowledged HypothesisProposed HypothesisTested'
        ' ProposalDeclined'),
      ('cycle', 'CyclePlanned JournalOpened PlanAmended ActionLogged ActionWithdrawn CycleCancelled'
        ' ObstacleReported CycleChecked CycleActed NextCycleLinked PracticeStandardised'),
      ('issue', 'IssueRaised IssueDecided'),
      ('lesson', 'LessonDrafted LessonValidated RollOutProposed LessonRetired'),
      ('adoption', 'LessonAdopted LessonDeclined ReuseMeasured'),
      ('design', 'DesignDrafted DesignItemAdded DesignItemRemoved LessonIncorporated'
        ' LessonDeclinedForDesign DesignApproved SessionScheduled SessionChanged AttendanceRecorded'
        ' EvaluationRecorded CostRecorded'),
      ('review', 'ReviewOpened SnapshotTaken DecisionMade DecisionDone DecisionAmended'
        ' DecisionWithdrawn ItemCarriedOver ReviewClosed AddendumMade'),
      ('redactions', 'EventRedacted'),
      ('concept', 'ConceptDrafted ConceptChosen ConceptDeclined ConceptStarted'),
      ('subsidy', 'TrainingProviderContracted CurriculumSet WorkingHoursStated SessionTimesPlanned'
        ' SessionTimesRecorded AttendanceTimed AttendanceWithdrawn TrainingExpenseRecorded'
        ' SubsidyConditionStated SubsidyPaperFiled'),
      ('worth', 'UnitValueSet IndicatorNamed ValueAreasShared WageRateSet SessionLengthStated'
        ' SubsidyReceived EffectEstimated'),
      ('exclusions', 'EventSetAside')
  )
  SELECT t.type, k.kind AS stream_kind, k.form AS stream_form, 1::smallint AS versions,
    k.kind IN ('redactions', 'exclusions') AS own
  FROM listed l JOIN kind k ON k.kind = l.kind, unnest(string_to_array(l.types, ' ')) t(type);

  -- Rows that stay as they are aren't touched: appends that read them go on.
  types := array(SELECT s.type FROM pg_temp.stated_type s);
  DELETE FROM log.event_type e WHERE e.type <> ALL (types);
  INSERT INTO log.event_type AS e (type, stream_kind, stream_form, versions, own)
  SELECT s.type, s.stream_kind, s.stream_form, s.versions, s.own FROM pg_temp.stated_type s
  ON CONFLICT (type) DO UPDATE
  SET (stream_kind, stream_form, versions, own)
    = (excluded.stream_kind, excluded.stream_form, excluded.versions, excluded.own)
  WHERE (e.stream_kind, e.stream_form, e.versions, e.own)
    IS DISTINCT FROM (excluded.stream_kind, excluded.stream_form, excluded.versions, excluded.own);
  DROP TABLE pg_temp.stated_type;
END $$;
