-- Purpose: what happened or was measured, each view with one grain, its key, keys of dimensions, and
--   numbers.
-- Result: beside each view. Days are those of the organization's time zone. A key of a dimension is NULL
--   where there is none.

-- One observed period of a KPI, as in force.
CREATE OR REPLACE VIEW bi.fact_observation WITH (security_invoker = true) AS
SELECT o.department || '/' || o.kpi || '@' || o.period AS observation_key,
  o.department || '/' || o.kpi AS kpi_key, o.department AS department_key, o.period AS date,
  CASE k.cadence WHEN 'monthly' THEN (o.period + interval '1 month')::date - 1
    WHEN 'weekly' THEN o.period + 6 ELSE o.period END AS last_day,
  p.person_key, o.value, o.denominator, o.value / coalesce(o.denominator, 1) AS level,
  o.first_value, o.first_denominator, o.corrections,
  (o.recorded_at AT TIME ZONE z.time_zone)::date AS recorded_on,
  (o.corrected_at AT TIME ZONE z.time_zone)::date AS corrected_on
FROM observation o CROSS JOIN bi_store.calendar z
JOIN kpi k ON k.department = o.department AND k.code = o.kpi
LEFT JOIN bi_store.pseudonym p ON p.account = o.recorded_by;

-- A signal on a KPI's chart, as last computed.
CREATE OR REPLACE VIEW bi.fact_signal WITH (security_invoker = true) AS
SELECT s.department || '/' || s.kpi || ':' || s.rule || ':' || s.period || ':' || s.number
    AS signal_key,
  s.department || '/' || s.kpi AS kpi_key, s.department AS department_key, s.period AS date,
  s.rule, r.label_en AS rule_en, r.label_ja AS rule_ja, s.side, s.reading,
  g.label_en AS reading_en, g.label_ja AS reading_ja, s.first_period, s.last_period, s.points,
  s.onset, s.level_before, s.level_after, s.is_provisional, s.is_first, s.is_open,
  s."position" AS log_position, s.profile, s.profile_version
FROM bi_store.signal s
LEFT JOIN bi.term r ON r.list = 'rule' AND r.code = s.rule
LEFT JOIN bi.term g ON g.list = 'reading' AND g.code = s.reading;

-- Something done in a cycle, and not withdrawn.
CREATE OR REPLACE VIEW bi.fact_action WITH (security_invoker = true) AS
SELECT a.department || '-' || a.cycle || '#' || a.version AS action_key,
  a.department || '-' || a.cycle AS cycle_key, c.kpi AS kpi_key, a.department AS department_key,
  (a.occurred_at AT TIME ZONE z.time_zone)::date AS date, p.person_key, a.minutes,
  a.minutes / 60.0 AS hours, 1 AS actions, a.by_machine AS is_by_machine,
  (a.recorded_at AT TIME ZONE z.time_zone)::date AS recorded_on
FROM action a CROSS JOIN bi_store.calendar z
JOIN cycle c ON c.department = a.department AND c.number = a.cycle
LEFT JOIN bi_store.pseudonym p ON p.account = a.actor
WHERE a.withdrawn_at IS NULL;

-- A cycle from plan to decision: a row a cycle, whose days and figures come as it goes on.
CREATE OR REPLACE VIEW bi.fact_cycle WITH (security_invoker = true) AS
SELECT c.department || '-' || c.number AS cycle_key, c.kpi AS kpi_key,
  c.department AS department_key, p.person_key AS owner_key,
  (c.opened_at AT TIME ZONE z.time_zone)::date AS date,
  (c.planned_at AT TIME ZONE z.time_zone)::date AS planned_on,
  (a.first_at AT TIME ZONE z.time_zone)::date AS first_action_on, c.due AS due_on,
  (c.checked_at AT TIME ZONE z.time_zone)::date AS checked_on,
  (c.acted_at AT TIME ZONE z.time_zone)::date AS acted_on,
  (c.cancelled_at AT TIME ZONE z.time_zone)::date AS cancelled_on,
  1 AS cycles, (c.status NOT IN ('acted', 'cancelled'))::int AS open_cycles,
  (c.planned_at IS NOT NULL)::int AS planned_cycles,
  (c.checked_at IS NOT NULL)::int AS checked_cycles, (c.verdict = 'met')::int AS met_cycles,
  (c.choice = 'adopt')::int AS adopted_cycles, c.actions, a.minutes, c.obstacles, c.amendments,
  c.baseline, c.original_prediction, c.predicted, c.actual, c.observations,
  c.predicted - c.baseline AS predicted_change, c.actual - c.baseline AS actual_change,
  c.actual - c.predicted AS prediction_error,
  extract(epoch FROM a.first_at - c.planned_at)::float8 / 86400 AS days_to_first_action,
  extract(epoch FROM c.checked_at - c.planned_at)::float8 / 86400 AS days_to_check,
  extract(epoch FROM c.acted_at - c.checked_at)::float8 / 86400 AS days_to_decide,
  extract(epoch FROM c.acted_at - c.planned_at)::float8 / 86400 AS days_in_all
FROM cycle c CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.pseudonym p ON p.account = c.owner
LEFT JOIN (
  SELECT a.department, a.cycle, min(a.occurred_at) AS first_at, sum(a.minutes)::bigint AS minutes
  FROM action a WHERE a.withdrawn_at IS NULL GROUP BY a.department, a.cycle
) a ON a.department = c.department AND a.cycle = c.number;

-- A decision made in a review.
CREATE OR REPLACE VIEW bi.fact_decision WITH (security_invoker = true) AS
SELECT d.id AS decision_key, d.department AS department_key,
  d.department || '-' || d.review AS review_key, r.kind AS review_kind,
  p.person_key AS owner_key, m.person_key AS made_by_key,
  (d.made_at AT TIME ZONE z.time_zone)::date AS date, d.due AS first_due_on,
  CASE WHEN c."position" > coalesce(d.amended_position, 0) THEN c.due
    ELSE coalesce(d.amended_due, d.due) END AS due_on,
  (d.done_at AT TIME ZONE z.time_zone)::date AS done_on,
  (d.withdrawn_at AT TIME ZONE z.time_zone)::date AS withdrawn_on, 1 AS decisions,
  (d.done_at IS NULL AND d.withdrawn_at IS NULL)::int AS open_decisions,
  (d.done_at IS NOT NULL)::int AS done_decisions,
  (d.withdrawn_at IS NOT NULL)::int AS withdrawn_decisions, coalesce(c.carried, 0) AS carried,
  extract(epoch FROM d.done_at - d.made_at)::float8 / 86400 AS days_to_done
FROM review_decision d CROSS JOIN bi_store.calendar z
LEFT JOIN review r ON r.department = d.department AND r.period = d.review
LEFT JOIN bi_store.pseudonym p ON p.account = d.owner
LEFT JOIN bi_store.pseudonym m ON m.account = d.made_by
LEFT JOIN (
  SELECT c.department, c.decision, (array_agg(c.due ORDER BY c."position" DESC))[1] AS due,
    max(c."position") AS "position", count(*) AS carried
  FROM review_carry c GROUP BY c.department, c.decision
) c ON c.department = d.department AND c.decision = d.id;

-- One use that somebody made of a lesson, or declined to make.
CREATE OR REPLACE VIEW bi.fact_lesson_use WITH (security_invoker = true) AS
SELECT u.use || ':' || u.lesson || ':' || u.target AS use_key, u.lesson AS lesson_key, u.use,
  t.label_en AS use_en, t.label_ja AS use_ja, u.department AS department_key,
  (u.at AT TIME ZONE z.time_zone)::date AS date, u.cycle AS cycle_key, u.kpi AS kpi_key,
  u.design AS design_key, p.person_key, 1 AS uses, u.before AS level_before,
  u.after AS level_after, u.after - u.before AS change, u.lead_time_days
FROM (
  SELECT 'consulted' AS use, c.lesson, c.department || '-' || c.cycle AS target, c.department,
    c.consulted_at AS at, c.department || '-' || c.cycle AS cycle, y.kpi, NULL::text AS design,
    y.opened_by AS account, NULL::float8 AS before, NULL::float8 AS after,
    NULL::bigint AS lead_time_days
  FROM cycle_lesson_consulted c
  JOIN cycle y ON y.department = c.department AND y.number = c.cycle
  UNION ALL
  SELECT 'proposed', r.department || '-L' || r.lesson, r.proposed_to, r.proposed_to, r.proposed_at,
    NULL, NULL, NULL, r.proposed_by, NULL, NULL, NULL
  FROM lesson_rollout r
  UNION ALL
  SELECT CASE WHEN a.adopted THEN 'adopted' ELSE 'declined' END, a.lesson, a.department,
    a.department, a.decided_at, a.cycle, c.kpi, NULL, a.decided_by, NULL, NULL, NULL
  FROM adoption a LEFT JOIN cycle c ON a.cycle = c.department || '-' || c.number
  UNION ALL
  SELECT 'measured', r.lesson, r.department || '@' || r."position", r.department, r.measured_at,
    NULL, r.kpi, NULL, r.measured_by, r.before, r.after, r.lead_time_days
  FROM reuse r
  UNION ALL
  SELECT CASE WHEN a.item IS NULL THEN 'notTaught' ELSE 'taught' END, a.lesson,
    a.department || '-D' || a.design, a.department, a.answered_at, NULL, NULL,
    a.department || '-D' || a.design, a.answered_by, NULL, NULL, NULL
  FROM design_lesson a
) u CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.pseudonym p ON p.account = u.account
LEFT JOIN bi.term t ON t.list = 'use' AND t.code = u.use;

-- Somebody who took part in a session that took place.
CREATE OR REPLACE VIEW bi.fact_attendance WITH (security_invoker = true) AS
SELECT s.department || '-D' || s.design || '.' || s.number || ':' || p.person_key AS attendance_key,
  s.department || '-D' || s.design || '.' || s.number AS session_key,
  s.department || '-D' || s.design AS design_key, s.date, p.person_key, m.home AS department_key,
  m.layer, 1 AS attendances
FROM attendance t
JOIN session s ON s.department = t.department AND s.design = t.design AND s.number = t.session
LEFT JOIN member m ON m.account = t.account
LEFT JOIN bi_store.pseudonym p ON p.account = t.account
WHERE NOT s.is_cancelled;

-- What a training design or one of its sessions cost.
CREATE OR REPLACE VIEW bi.fact_cost WITH (security_invoker = true) AS
SELECT c.department || '@' || c."position" AS cost_key,
  c.department || '-D' || c.design AS design_key,
  c.department || '-D' || c.design || '.' || c.session AS session_key,
  c.department AS department_key, (c.occurred_at AT TIME ZONE z.time_zone)::date AS date,
  p.person_key, c.what, trim_scale(c.amount::numeric / coalesce(u.units, 100)) AS amount, c.currency
FROM cost c CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.currency u ON u.code = c.currency
LEFT JOIN bi_store.pseudonym p ON p.account = c.recorded_by;

-- What a training design gained by a KPI in a value area, as last computed; below 0 for a loss.
CREATE OR REPLACE VIEW bi.fact_gain WITH (security_invoker = true) AS
SELECT concat_ws(':', g.design, g.department || '/' || g.kpi, nullif(g.value_area, '')) AS gain_key,
  g.design AS design_key, g.department || '/' || g.kpi AS kpi_key,
  g.department AS department_key, nullif(g.value_area, '') AS value_area_key, g.share,
  g.since AS date, g.until AS last_day, g.quantity, g.quantity_low, g.quantity_high,
  trim_scale(g.amount::numeric / coalesce(u.units, 100)) AS amount,
  trim_scale(g.amount_low::numeric / coalesce(u.units, 100)) AS amount_low,
  trim_scale(g.amount_high::numeric / coalesce(u.units, 100)) AS amount_high, g.currency, g.method,
  g."position" AS log_position, g.profile, g.profile_version
FROM bi_store.gain g
LEFT JOIN bi_store.currency u ON u.code = g.currency;
