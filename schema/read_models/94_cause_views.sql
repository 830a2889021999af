-- Purpose: what may have led to a change of a KPI, whatever its kind, and who did anything at all.
-- Result: beside each view.

-- Every event that may be a cause, but for actions, which are so many that they are read with their
-- cycles. "department" and "position" name the event; "concerns" is the department it touched, NULL
-- for all of them; "kpi" is the KPI that it was to move, NULL where it names none; "about" is an id,
-- or the account of a member; "detail" tells kinds of one kind apart.
CREATE VIEW antecedent AS
SELECT department, acted_position AS "position", 'cycleAct' AS kind, choice AS detail,
  department AS concerns, kpi, department || '-' || number AS about, title AS text,
  acted_at AS occurred_at
FROM cycle WHERE acted_at IS NOT NULL
UNION ALL
SELECT p.department, p."position", 'practice', NULL, p.department, c.kpi,
  c.department || '-' || c.number, p.practice, p.standardised_at
FROM practice p
JOIN cycle c ON c.department = p.department AND c.number = p.cycle
UNION ALL
SELECT o.department, o."position", 'obstacle', NULL, o.department, c.kpi,
  c.department || '-' || c.number, o.obstacle, o.reported_at
FROM obstacle o
JOIN cycle c ON c.department = o.department AND c.number = o.cycle
UNION ALL
SELECT a.department, a."position", 'lessonAdoption', NULL, a.department, c.kpi, a.lesson, l.title,
  a.decided_at
FROM adoption a
JOIN lesson l ON a.lesson = l.department || '-L' || l.number
LEFT JOIN cycle c ON a.cycle = c.department || '-' || c.number
WHERE a.adopted
UNION ALL
-- One training a department, by the first of its members whose attendance is recorded; it took
-- place on the session's day, whenever that was recorded.
SELECT s.department, min(t."position"), 'training', count(*)::text, m.home, NULL,
  s.department || '-D' || s.design, s.title,
  s.date::timestamp AT TIME ZONE (SELECT time_zone FROM organization LIMIT 1)
FROM session s
JOIN attendance t
  ON t.department = s.department AND t.design = s.design AND t.session = s.number
JOIN member m ON m.account = t.account
WHERE NOT s.is_cancelled
GROUP BY s.department, s.design, s.number, s.title, s.date, m.home
UNION ALL
SELECT d.department, d.made_position, 'reviewDecision', NULL,
  coalesce(k.department, c.department, CASE WHEN o.department IS NULL THEN d.department END),
  coalesce(k.department || '/' || k.code, c.kpi), d.id, d.decision, d.made_at
FROM review_decision d
LEFT JOIN organization o ON o.department = d.department
LEFT JOIN kpi k ON d.about = k.department || '/' || k.code
LEFT JOIN cycle c ON d.about = c.department || '-' || c.number
UNION ALL
SELECT i.department, i."position", 'issueDecision', NULL, i.department, c.kpi,
  i.department || '-I' || i.number, i.decision, i.decided_at
FROM issue i
LEFT JOIN cycle c ON i.cycle = c.department || '-' || c.number
WHERE i.decided_at IS NOT NULL
UNION ALL
SELECT department, "position", 'targetChange', NULL, department, department || '/' || kpi,
  department || '/' || kpi, target::text, set_at
FROM kpi_target
UNION ALL
SELECT department, "position", 'policyChange', NULL, NULL, NULL, review, policy, set_at
FROM policy
UNION ALL
SELECT department, home_position, 'staffing', 'joined', home, NULL, account, layer, home_since
FROM member WHERE NOT is_machine
UNION ALL
SELECT department, "position", 'staffing', 'left', home, NULL, account, left_reason, left_at
FROM member WHERE NOT is_machine AND left_at IS NOT NULL
UNION ALL
SELECT department, "position", 'staffing', 'merged', successor, NULL, code, name, closed_at
FROM department WHERE is_closed AND successor IS NOT NULL;

-- Who did something, in which department's log and when. A training attended counts, too.
CREATE VIEW activity AS
SELECT department, acted_by AS account, occurred_at FROM action WHERE withdrawn_at IS NULL
UNION ALL
SELECT department, actor, occurred_at FROM action
WHERE withdrawn_at IS NULL AND actor <> acted_by
UNION ALL SELECT department, actor, occurred_at FROM cycle_step
UNION ALL SELECT department, set_by, set_at FROM kpi_target
UNION ALL SELECT department, recorded_by, occurred_at FROM observation
UNION ALL SELECT department, marked_by, occurred_at FROM kpi_mark
UNION ALL SELECT department, acknowledged_by, acknowledged_at FROM signal_acknowledgement
UNION ALL SELECT department, proposed_by, proposed_at FROM hypothesis
UNION ALL SELECT department, tested_by, tested_at FROM hypothesis WHERE tested_at IS NOT NULL
UNION ALL SELECT department, raised_by, raised_at FROM issue
UNION ALL SELECT department, decided_by, decided_at FROM issue WHERE decided_at IS NOT NULL
UNION ALL SELECT department, author, drafted_at FROM lesson
UNION ALL SELECT department, validator, validated_at FROM lesson WHERE validated_at IS NOT NULL
UNION ALL SELECT department, proposed_by, proposed_at FROM lesson_rollout
UNION ALL SELECT department, decided_by, decided_at FROM adoption
UNION ALL SELECT department, measured_by, measured_at FROM reuse
UNION ALL SELECT department, opened_by, opened_at FROM review
UNION ALL SELECT department, closed_by, closed_at FROM review WHERE closed_at IS NOT NULL
UNION ALL SELECT department, made_by, made_at FROM review_decision
UNION ALL SELECT department, done_by, done_at FROM review_decision WHERE done_at IS NOT NULL
UNION ALL SELECT department, carried_by, carried_at FROM review_carry
UNION ALL SELECT department, made_by, made_at FROM review_addendum
UNION ALL SELECT department, drafted_by, drafted_at FROM design
UNION ALL SELECT department, approved_by, approved_at FROM design WHERE approved_at IS NOT NULL
UNION ALL SELECT department, evaluated_by, evaluated_at FROM evaluation
UNION ALL SELECT department, declared_by, declared_at FROM vision
UNION ALL SELECT department, chosen_by, chosen_at FROM value_area
UNION ALL SELECT department, set_by, set_at FROM policy
UNION ALL
SELECT t.department, t.account,
  s.date::timestamp AT TIME ZONE (SELECT time_zone FROM organization LIMIT 1)
FROM attendance t
JOIN session s ON s.department = t.department AND s.design = t.design AND s.number = t.session
WHERE NOT s.is_cancelled;
