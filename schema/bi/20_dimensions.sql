-- Purpose: what facts are looked at by. Each has one key, which is unique and never NULL.
-- Result: beside each view. Days are those of the organization's time zone.

-- The organization's time zone and the month in which its year begins.
CREATE OR REPLACE VIEW bi_store.calendar WITH (security_invoker = true) AS
SELECT o.time_zone, o.fiscal_year_start::int AS first_month FROM organization o
ORDER BY o.department LIMIT 1;

-- A department, closed ones included.
CREATE OR REPLACE VIEW bi.department WITH (security_invoker = true) AS
SELECT d.code AS department_key, d.code, d.name, d.is_closed, d.successor AS successor_key,
  d.code = d.department AS is_head, p.person_key AS sponsor_key,
  (d.registered_at AT TIME ZONE z.time_zone)::date AS registered_on,
  (d.closed_at AT TIME ZONE z.time_zone)::date AS closed_on
FROM department d CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.pseudonym p ON p.account = d.sponsor;

-- A member, present or former, by pseudonym.
CREATE OR REPLACE VIEW bi.person WITH (security_invoker = true) AS
SELECT p.person_key, m.home AS department_key, m.layer, t.label_en AS layer_en,
  t.label_ja AS layer_ja, m.is_machine, m.left_at IS NULL AS is_member,
  (m.joined_at AT TIME ZONE z.time_zone)::date AS joined_on,
  (m.left_at AT TIME ZONE z.time_zone)::date AS left_on
FROM member m CROSS JOIN bi_store.calendar z
JOIN bi_store.pseudonym p ON p.account = m.account
LEFT JOIN bi.term t ON t.list = 'layer' AND t.code = m.layer;

-- A KPI.
CREATE OR REPLACE VIEW bi.kpi WITH (security_invoker = true) AS
SELECT k.department || '/' || k.code AS kpi_key, k.department AS department_key, k.code, k.name,
  k.unit, k.direction, d.label_en AS direction_en, d.label_ja AS direction_ja, k.cadence,
  c.label_en AS cadence_en, c.label_ja AS cadence_ja, k.kind, i.label_en AS kind_en,
  i.label_ja AS kind_ja, k.measure, m.label_en AS measure_en, m.label_ja AS measure_ja, k.target,
  k.target_by, k.retired_at IS NOT NULL AS is_retired,
  (k.defined_at AT TIME ZONE z.time_zone)::date AS defined_on,
  (k.retired_at AT TIME ZONE z.time_zone)::date AS retired_on,
  EXISTS (
    SELECT FROM vision_kpi v
    WHERE v.kpi = k.department || '/' || k.code
      AND v."position" = (SELECT max(w."position") FROM vision w)) AS is_of_vision
FROM kpi k CROSS JOIN bi_store.calendar z
LEFT JOIN bi.term d ON d.list = 'direction' AND d.code = k.direction
LEFT JOIN bi.term c ON c.list = 'cadence' AND c.code = k.cadence
LEFT JOIN bi.term i ON i.list = 'kind' AND i.code = k.kind
LEFT JOIN bi.term m ON m.list = 'measure' AND m.code = k.measure;

-- A cycle, journals of unplanned actions included.
CREATE OR REPLACE VIEW bi.cycle WITH (security_invoker = true) AS
SELECT c.department || '-' || c.number AS cycle_key, c.department AS department_key,
  c.kpi AS kpi_key, c.number, c.title, c.status, s.label_en AS status_en, s.label_ja AS status_ja,
  c.verdict, v.label_en AS verdict_en, v.label_ja AS verdict_ja, c.choice,
  h.label_en AS choice_en, h.label_ja AS choice_ja, p.person_key AS owner_key,
  c.status NOT IN ('acted', 'cancelled') AS is_open, c.planned_at IS NOT NULL AS is_planned,
  (c.opened_at AT TIME ZONE z.time_zone)::date AS opened_on,
  (c.planned_at AT TIME ZONE z.time_zone)::date AS planned_on, c.window_first, c.window_last,
  c.due AS due_on, c.original_due AS original_due_on,
  (c.checked_at AT TIME ZONE z.time_zone)::date AS checked_on,
  (c.acted_at AT TIME ZONE z.time_zone)::date AS acted_on,
  (c.cancelled_at AT TIME ZONE z.time_zone)::date AS cancelled_on
FROM cycle c CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.pseudonym p ON p.account = c.owner
LEFT JOIN bi.term s ON s.list = 'status' AND s.code = c.status
LEFT JOIN bi.term v ON v.list = 'verdict' AND v.code = c.verdict
LEFT JOIN bi.term h ON h.list = 'choice' AND h.code = c.choice;

-- A lesson.
CREATE OR REPLACE VIEW bi.lesson WITH (security_invoker = true) AS
SELECT l.department || '-L' || l.number AS lesson_key, l.department AS department_key, l.number,
  l.title, l.kind, k.label_en AS kind_en, k.label_ja AS kind_ja, l.status,
  s.label_en AS status_en, s.label_ja AS status_ja, l.for_training AS is_for_training,
  p.person_key AS author_key, (l.drafted_at AT TIME ZONE z.time_zone)::date AS drafted_on,
  (l.validated_at AT TIME ZONE z.time_zone)::date AS validated_on,
  (l.retired_at AT TIME ZONE z.time_zone)::date AS retired_on
FROM lesson l CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.pseudonym p ON p.account = l.author
LEFT JOIN bi.term k ON k.list = 'lesson_kind' AND k.code = l.kind
LEFT JOIN bi.term s ON s.list = 'lesson_status' AND s.code = l.status;

-- A value area, by its name; one that was chosen again stands once, as last chosen.
CREATE OR REPLACE VIEW bi.value_area WITH (security_invoker = true) AS
SELECT DISTINCT ON (a.name) a.name AS value_area_key, a.name,
  trim_scale(a.investment::numeric / coalesce(u.units, 100)) AS investment, a.currency,
  (a.chosen_at AT TIME ZONE z.time_zone)::date AS chosen_on, p.person_key AS chosen_by_key,
  count(*) OVER (PARTITION BY a.name) AS times_chosen
FROM value_area a CROSS JOIN bi_store.calendar z
LEFT JOIN bi_store.currency u ON u.code = a.currency
LEFT JOIN bi_store.pseudonym p ON p.account = a.chosen_by
ORDER BY a.name, a."position" DESC;

-- A training design.
CREATE OR REPLACE VIEW bi.design WITH (security_invoker = true) AS
SELECT d.department || '-D' || d.number AS design_key, d.department AS department_key, d.number,
  d.title, array_to_string(d.audience, ', ') AS audience,
  d.approved_at IS NOT NULL AS is_approved,
  (d.drafted_at AT TIME ZONE z.time_zone)::date AS drafted_on,
  (d.approved_at AT TIME ZONE z.time_zone)::date AS approved_on,
  (SELECT count(*) FROM design_item i
   WHERE i.department = d.department AND i.design = d.number AND i.removed_reason IS NULL) AS items
FROM design d CROSS JOIN bi_store.calendar z;

-- A training session, cancelled ones included.
CREATE OR REPLACE VIEW bi.session WITH (security_invoker = true) AS
SELECT s.department || '-D' || s.design || '.' || s.number AS session_key,
  s.department || '-D' || s.design AS design_key, s.number, s.title,
  array_to_string(s.layers, ', ') AS layers, s.is_cancelled, s.date AS held_on,
  (SELECT avg(e.score) FROM evaluation e
   WHERE e.department = s.department AND e.design = s.design AND e.session = s.number
     AND e.level = 1) AS reaction_percent,
  (SELECT avg(e.score) FROM evaluation e
   WHERE e.department = s.department AND e.design = s.design AND e.session = s.number
     AND e.level = 2) AS learning_percent
FROM session s;

-- Every day of whole calendar years that hold all that is recorded, and its fiscal years whole, without
-- a gap.
CREATE OR REPLACE VIEW bi.date WITH (security_invoker = true) AS
WITH zone AS MATERIALIZED (SELECT time_zone, first_month FROM bi_store.calendar),
bounds AS (
  SELECT min(b.low) AS low, max(b.high) AS high FROM (
    SELECT min(o.period), max(o.period) + 31 FROM observation o
    UNION ALL SELECT min(o.recorded_at AT TIME ZONE z.time_zone)::date,
      max(o.recorded_at AT TIME ZONE z.time_zone)::date FROM observation o, zone z
    UNION ALL SELECT min(o.corrected_at AT TIME ZONE z.time_zone)::date,
      max(o.corrected_at AT TIME ZONE z.time_zone)::date FROM observation o, zone z
    UNION ALL SELECT min(a.occurred_at AT TIME ZONE z.time_zone)::date,
      max(a.occurred_at AT TIME ZONE z.time_zone)::date FROM action a, zone z
    UNION ALL SELECT min(a.recorded_at AT TIME ZONE z.time_zone)::date,
      max(a.recorded_at AT TIME ZONE z.time_zone)::date FROM action a, zone z
    UNION ALL SELECT
      min(least(c.opened_at, c.planned_at, c.checked_at, c.acted_at, c.cancelled_at)
        AT TIME ZONE z.time_zone)::date,
      max(greatest(c.opened_at, c.planned_at, c.checked_at, c.acted_at, c.cancelled_at)
        AT TIME ZONE z.time_zone)::date FROM cycle c, zone z
    UNION ALL SELECT min(least(c.due, c.original_due, c.window_first)),
      max(greatest(c.due, c.original_due, c.window_last)) FROM cycle c
    UNION ALL SELECT min(k.defined_at AT TIME ZONE z.time_zone)::date,
      max(greatest(k.defined_at, k.retired_at) AT TIME ZONE z.time_zone)::date FROM kpi k, zone z
    UNION ALL SELECT min(k.target_by), max(k.target_by) FROM kpi k
    UNION ALL SELECT min(s.date), max(s.date) FROM session s
    UNION ALL SELECT min(c.occurred_at AT TIME ZONE z.time_zone)::date,
      max(c.occurred_at AT TIME ZONE z.time_zone)::date FROM cost c, zone z
    UNION ALL SELECT
      min(least(d.made_at, d.done_at, d.withdrawn_at) AT TIME ZONE z.time_zone)::date,
      max(greatest(d.made_at, d.done_at, d.withdrawn_at) AT TIME ZONE z.time_zone)::date
      FROM review_decision d, zone z
    UNION ALL SELECT min(least(d.due, d.amended_due)), max(greatest(d.due, d.amended_due))
      FROM review_decision d
    UNION ALL SELECT min(c.due), max(c.due) FROM review_carry c
    UNION ALL SELECT min(l.drafted_at AT TIME ZONE z.time_zone)::date,
      max(greatest(l.drafted_at, l.validated_at, l.retired_at) AT TIME ZONE z.time_zone)::date
      FROM lesson l, zone z
    UNION ALL SELECT min(c.consulted_at AT TIME ZONE z.time_zone)::date,
      max(c.consulted_at AT TIME ZONE z.time_zone)::date FROM cycle_lesson_consulted c, zone z
    UNION ALL SELECT min(r.proposed_at AT TIME ZONE z.time_zone)::date,
      max(r.proposed_at AT TIME ZONE z.time_zone)::date FROM lesson_rollout r, zone z
    UNION ALL SELECT min(a.decided_at AT TIME ZONE z.time_zone)::date,
      max(a.decided_at AT TIME ZONE z.time_zone)::date FROM adoption a, zone z
    UNION ALL SELECT min(r.measured_at AT TIME ZONE z.time_zone)::date,
      max(r.measured_at AT TIME ZONE z.time_zone)::date FROM reuse r, zone z
    UNION ALL SELECT min(a.answered_at AT TIME ZONE z.time_zone)::date,
      max(a.answered_at AT TIME ZONE z.time_zone)::date FROM design_lesson a, zone z
    UNION ALL SELECT min(least(d.drafted_at, d.approved_at) AT TIME ZONE z.time_zone)::date,
      max(greatest(d.drafted_at, d.approved_at) AT TIME ZONE z.time_zone)::date
      FROM design d, zone z
    UNION ALL SELECT min(v.chosen_at AT TIME ZONE z.time_zone)::date,
      max(v.chosen_at AT TIME ZONE z.time_zone)::date FROM value_area v, zone z
    UNION ALL SELECT min(m.joined_at AT TIME ZONE z.time_zone)::date,
      max(greatest(m.joined_at, m.left_at) AT TIME ZONE z.time_zone)::date FROM member m, zone z
    UNION ALL SELECT min(d.registered_at AT TIME ZONE z.time_zone)::date,
      max(greatest(d.registered_at, d.closed_at) AT TIME ZONE z.time_zone)::date
      FROM department d, zone z
    UNION ALL SELECT min(g.since), max(g.until) FROM bi_store.gain g
  ) b (low, high)
),
years AS (
  -- From the year in which the first fiscal year begins to that in which the last one ends. A day of another
  -- age, which only SQL records, is left out: it would be everybody's millions of days.
  SELECT z.first_month,
    date_trunc('year', b.low - make_interval(
      months => (extract(month FROM b.low)::int - z.first_month + 12) % 12)) AS first,
    date_trunc('year', b.high + make_interval(
      months => 11 - (extract(month FROM b.high)::int - z.first_month + 12) % 12))
      + interval '1 year - 1 day' AS last
  FROM (
    SELECT CASE WHEN low < '1900-01-01' THEN '1900-01-01' ELSE low END AS low,
      CASE WHEN high > '2199-12-31' THEN '2199-12-31' ELSE high END AS high FROM bounds) b,
    zone z
),
days AS (
  SELECT y.first_month, g.day::date AS date
  FROM years y, generate_series(y.first, y.last, interval '1 day') g(day)
)
SELECT d.date, to_char(d.date, 'YYYYMMDD')::int AS date_key,
  extract(year FROM d.date)::int AS year, extract(quarter FROM d.date)::int AS quarter,
  extract(month FROM d.date)::int AS month, to_char(d.date, 'YYYY-MM') AS year_month,
  to_char(d.date, 'FMMonth YYYY') AS month_en,
  to_char(d.date, 'YYYY"年"FMMM"月"') AS month_ja, date_trunc('month', d.date)::date AS month_start,
  extract(day FROM d.date)::int AS day, extract(isodow FROM d.date)::int AS weekday,
  to_char(d.date, 'FMDay') AS weekday_en,
  (ARRAY['月', '火', '水', '木', '金', '土', '日'])[extract(isodow FROM d.date)::int] AS weekday_ja,
  extract(isodow FROM d.date) < 6 AS is_weekday,
  to_char(d.date, 'IYYY"-W"IW') AS week, extract(isoyear FROM d.date)::int AS week_year,
  extract(week FROM d.date)::int AS week_number, date_trunc('week', d.date)::date AS week_start,
  to_char(date_trunc('week', d.date) + interval '3 days', 'YYYY-MM') AS week_month,
  f.year AS fiscal_year, 'FY' || f.year AS fiscal_year_en, f.year || '年度' AS fiscal_year_ja,
  (f.month + 2) / 3 AS fiscal_quarter, f.month AS fiscal_month
FROM days d
CROSS JOIN LATERAL (
  SELECT extract(year FROM d.date)::int
      - CASE WHEN extract(month FROM d.date) < d.first_month THEN 1 ELSE 0 END AS year,
    (extract(month FROM d.date)::int - d.first_month + 12) % 12 + 1 AS month
) f;
