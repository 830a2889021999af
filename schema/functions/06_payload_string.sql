-- Purpose: where strings stand in payloads, and which of them people wrote: what a redaction may erase.
--   Held equal to the domain's by a test.

-- What strings look like that stand for something, by form. What doesn't look so is treated as text.
CREATE TABLE IF NOT EXISTS log.string_form (
  form text COLLATE "C" NOT NULL PRIMARY KEY, -- such as ItemID
  kept text COLLATE "C" NOT NULL              -- the regular expression that they match
);

-- Strings of an event type's payload. A place is the names of the members that lead there
-- (items.title); elements of a list stand where the list does, and * is a member of any name.
CREATE TABLE IF NOT EXISTS log.payload_string (
  type text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  form text COLLATE "C", -- one of log.string_form; null is text that people write
  PRIMARY KEY (type, place)
);

DELETE FROM log.string_form;
INSERT INTO log.string_form (form, kept) VALUES
  ('Account', '^[^\u0001-\u001f\u007f-\u009f]+$'), -- of 63 bytes at most
  ('Cadence', '^(daily|weekly|monthly)$'),
  ('CauseKind', '^(action|cycleAct|practice|obstacle|lessonAdoption|training|reviewDecision'
    '|issueDecision|targetChange|policyChange|staffing)$'),
  ('Choice', '^(adopt|adapt|abandon)$'),
  ('ClockTime', '^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  ('DayPartKind', '^(lesson|meal|pause|ceremony|move|work)$'),
  ('DecisionID', '^(?!.*-[LIDlid]?[0-9]+-[0-9]{4}-W?[0-9]{2}[.])[A-Za-z]([A-Za'
    '-z0-9-]{0,30}[A-Za-z0-9])?-[0-9]{4}-(W[0-9]{2}|[0-9]{2})[.]0*[1-9][0-9]*$'),
  ('DepartmentCode', '^(?!.*-[LIDlid]?[0-9]+$)[A-Za-z]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$'),
  ('CostKind', '^(design|delivery|materials|coordination|evaluation|tools)$'),
  ('Direction', '^(up|down|neutral)$'),
  ('ItemID', '^(?!.*-[LIDlid]?[0-9]+-[^-]*$)[A-Za-z]([A-Za-z0-9-]{0,30}[A-'
    'Za-z0-9])?-[LIDClidc]?0*[1-9][0-9]*$'),
  ('KPIKind', '^(outcome|activity)$'),
  ('KPIReference', '^(?![^/]*-[LIDlid]?[0-9]+/)[A-Za-z]([A-Za-z0-9-]{0,30}[A-Za-'
    'z0-9])?/[A-Za-z]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?$'),
  ('Layer', '^(executive|promoter|field)$'),
  ('LessonKind', '^(success|failure)$'),
  ('LocalDate', '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  ('Measure', '^(value|count|proportion)$'),
  ('ReviewID', '^(?!.*-[LIDlid]?[0-9]+-[0-9]{4}-W?[0-9]{2}$)[A-Za-z]([A-Za-z'
    '0-9-]{0,30}[A-Za-z0-9])?-[0-9]{4}-(W[0-9]{2}|[0-9]{2})$'),
  ('ReviewPeriod', '^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$'),
  ('Role', '^(administrator|auditor|reviewer|trainer)$'),
  ('SessionID', '^(?!.*-[LIDlid]?[0-9]+-[^-]*$)[A-Za-z]([A-Za-z0-9-]{0,30}'
    '[A-Za-z0-9])?-[Dd]0*[1-9][0-9]*[.]0*[1-9][0-9]*$'),
  ('SubjectNature', '^(duties|general|hobby|ordinaryWork|conference)$'),
  ('SubsidyCondition', '^(smallOrMedium|insured|developmentPromoter|developmentPlan'
    '|workersHeard|businessExpansion|digitalOrGreen|personnelPlan|bearsAllCosts|wagesPaid'
    '|advancedDigital|wageRise)$'),
  ('SubsidyFiling', '^(plan|change|claim)$'),
  ('TrainingDelivery', '^(classroom|liveOnline|eLearning|correspondence|subscription)$'),
  ('TrainingExpenseKind', '^(tuition|lecturerFee|lecturerTravel|lecturerLodging|venue|materials'
    '|registration|subscription|equipment)$'),
  ('Verdict', '^(met|partly|missed|notMeasured)$'),
  ('WorthIndicator', '^(documentHours|closeRate|clickThroughRate|proposalsAdopted|useFrequency'
    '|useCases|decisionLeadTime|likeWorkLeadTime)$'),
  ('word', '^[-A-Za-z0-9_+./:@]{1,128}$');

DELETE FROM log.payload_string;
INSERT INTO log.payload_string (type, place, form)
SELECT t.type, split_part(s.stated, '=', 1), nullif(split_part(s.stated, '=', 2), '')
FROM (
    VALUES
      ('OrganizationFounded', 'name head=DepartmentCode timeZone=word'),
      ('DepartmentRegistered', 'name code=DepartmentCode'),
      ('DepartmentRenamed', 'name code=DepartmentCode'),
      ('DepartmentClosed', 'reason code=DepartmentCode successor=DepartmentCode'),
      ('MemberJoined', 'account=Account department=DepartmentCode layer=Layer'),
      ('MemberLeft', 'reason account=Account'),
      ('RoleGranted', 'account=Account departments=DepartmentCode role=Role'),
      ('RoleRevoked', 'reason account=Account departments=DepartmentCode role=Role'),
      ('SponsorAssigned', 'account=Account department=DepartmentCode'),
      ('VisionDeclared', 'statement kpis=KPIReference'),
      ('ValueAreaChosen', 'name why investment.currency=word'),
      ('TrainingPolicySet', 'policy profile'),
      ('PolicyRevised', 'policy profile reason lessons=ItemID review=ReviewID'),
      ('KPIDefined', 'name unit cadence=Cadence direction=Direction kind=KPIKind measure=Measure'),
      ('TargetSet', 'reason by=LocalDate'),
      ('ObservationRecorded', 'period=LocalDate'),
      ('ObservationCorrected', 'reason period=LocalDate'),
      ('KPIRetired', 'reason'),
      ('BaselineFixed', 'reason from=LocalDate to=LocalDate'),
      ('PointExcluded', 'reason period=LocalDate'),
      ('LimitsRebased', 'cause evidence at=LocalDate'),
      ('SignalAcknowledged', 'note signal.period=LocalDate signal.rule=word'),
      ('HypothesisProposed',
        'evidence hypothesis cause=CauseKind signal.period=LocalDate signal.rule=word'),
      ('HypothesisTested', 'note'),
      ('ProposalDeclined', 'reason cycle=ItemID rule=word'),
      ('CyclePlanned',
        'change problem title due=LocalDate kpi=KPIReference lessonsConsulted=ItemID'
        ' owner=Account precedents=ItemID windowEnd=LocalDate windowStart=LocalDate'),
      ('JournalOpened', 'title'),
      ('PlanAmended',
        'change reason title due=LocalDate owner=Account windowEnd=LocalDate'
        ' windowStart=LocalDate'),
      ('ActionLogged', 'by link text'),
      ('ActionWithdrawn', 'reason'),
      ('CycleCancelled', 'reason'),
      ('ObstacleReported', 'obstacle'),
      ('CycleChecked',
        'evidence files.name notMeasuredReason note overrideReason computed=Verdict'
        ' files.sha256=word verdict=Verdict'),
      ('CycleActed', 'why choice=Choice overriding=Verdict'),
      ('NextCycleLinked', 'next=ItemID'),
      ('PracticeStandardised', 'link practice'),
      ('IssueRaised', 'issue cycle=ItemID to=Layer'),
      ('IssueDecided', 'decision why'),
      ('LessonDrafted', 'conditions rationale suggestion title cycles=ItemID kind=LessonKind'),
      ('LessonValidated', 'note'),
      ('RollOutProposed', 'why to=DepartmentCode'),
      ('LessonRetired', 'reason'),
      ('LessonAdopted', 'note cycle=ItemID lesson=ItemID'),
      ('LessonDeclined', 'reason lesson=ItemID'),
      ('ReuseMeasured', 'note kpi=KPIReference lesson=ItemID'),
      ('DesignDrafted', 'items.reasons items.title title audience=Layer'),
      ('DesignItemAdded', 'reasons title'),
      ('DesignItemRemoved', 'reason'),
      ('LessonIncorporated', 'lesson=ItemID'),
      ('LessonDeclinedForDesign', 'reason lesson=ItemID'),
      ('DesignApproved', 'note'),
      ('SessionScheduled', 'overrideReason title date=LocalDate layers=Layer'),
      ('SessionChanged', 'reason date=LocalDate'),
      ('AttendanceRecorded', 'accounts=Account'),
      ('EvaluationRecorded', 'note points'),
      ('CostRecorded', 'what amount.currency=word kind=CostKind'),
      ('ReviewOpened', 'period=ReviewPeriod'),
      ('SnapshotTaken', 'hash=word profile=word'),
      ('DecisionMade', 'decision about=word due=LocalDate owner=Account'),
      ('DecisionDone', 'note'),
      ('DecisionAmended', 'reason due=LocalDate owner=Account'),
      ('DecisionWithdrawn', 'reason'),
      ('ItemCarriedOver', 'reason decision=DecisionID due=LocalDate'),
      ('ReviewClosed', 'note documents.*=word hash=word report=word'),
      ('AddendumMade', 'addendum'),
      ('EventRedacted', 'reason leafHash=word payloadHash=word'),
      ('EventSetAside', 'reason leafHash=word type=word'),
      ('ConceptDrafted',
        'byAI byPeople data effort firstStep risk task title valueArea due=LocalDate'
        ' firstStepBy=LocalDate kpi=KPIReference session=SessionID'),
      ('ConceptChosen', 'reason'),
      ('ConceptDeclined', 'reason'),
      ('ConceptStarted', 'cycle=ItemID'),
      ('TrainingProviderContracted',
        'name reference story contractedOn=LocalDate delivery=TrainingDelivery'),
      ('CurriculumSet', 'subjects.title subjects.nature=SubjectNature'),
      ('WorkingHoursStated',
        'accounts=Account breaks.from=ClockTime breaks.to=ClockTime from=ClockTime'
        ' holidays=LocalDate to=ClockTime'),
      ('SessionTimesPlanned', 'parts.from=ClockTime parts.kind=DayPartKind parts.to=ClockTime'),
      ('SessionTimesRecorded', 'parts.from=ClockTime parts.kind=DayPartKind parts.to=ClockTime'),
      ('AttendanceTimed', 'account=Account from=ClockTime to=ClockTime'),
      ('AttendanceWithdrawn', 'reason account=Account'),
      ('TrainingExpenseRecorded',
        'receipt.name what amount.currency=word kind=TrainingExpenseKind'
        ' paidOn=LocalDate receipt.sha256=word'),
      ('SubsidyConditionStated', 'note condition=SubsidyCondition'),
      ('SubsidyPaperFiled', 'reference on=LocalDate paper=SubsidyFiling'),
      ('UnitValueSet', 'basis reason amount.currency=word from=LocalDate kpi=KPIReference'),
      ('IndicatorNamed', 'indicator=WorthIndicator kpi=KPIReference'),
      ('ValueAreasShared', 'shares.area kpi=KPIReference'),
      ('WageRateSet', 'basis reason from=LocalDate layer=Layer perHour.currency=word'),
      ('SessionLengthStated', 'session=SessionID'),
      ('SubsidyReceived', 'note amount.currency=word design=ItemID on=LocalDate'),
      ('EffectEstimated', 'note account=Account design=ItemID kpi=KPIReference')
  ) t (type, strings),
  unnest(string_to_array(t.strings, ' ')) s (stated);

-- Purpose: whether a redaction may erase a string.
-- Parameters: the event's type; the string's place; the string
-- Result: boolean. Not what stands for something where that belongs; of the log's own events, which say
--   what became of others, nothing but texts.
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_erasable(p_type text, p_place text, p_text text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT NOT EXISTS (
      SELECT FROM log.payload_string s JOIN log.string_form f ON f.form = s.form
      WHERE s.type = p_type AND s.place IN (p_place, regexp_replace(p_place, '[^.]*$', '*'))
        AND p_text ~ f.kept AND (f.form <> 'Account' OR octet_length(p_text) <= 63))
    AND (EXISTS (
        SELECT FROM log.payload_string s
        WHERE s.type = p_type AND s.place = p_place AND s.form IS NULL)
      OR NOT EXISTS (SELECT FROM log.event_type t WHERE t.type = p_type AND t.own))
$$;
