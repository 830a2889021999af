-- Purpose: the figures of a weekly review over all departments by plain SQL over the read models.
-- Parameters (psql -v): first, last, the days of the week (time zone UTC)
-- Result: one row, a figure a column.
SELECT set_config('search_path', schema, false) FROM read.pointer \g /dev/null

WITH span AS (
  SELECT :'first'::timestamp AT TIME ZONE 'UTC' AS start,
    (:'last'::date + 1)::timestamp AT TIME ZONE 'UTC' AS end
)
SELECT
  (SELECT count(*) FROM cycle, span WHERE opened_at >= start AND opened_at < "end") AS opened,
  (SELECT count(*) FROM cycle, span WHERE checked_at >= start AND checked_at < "end") AS checked,
  (SELECT count(*) FROM cycle, span WHERE checked_at >= start AND checked_at < "end"
    AND verdict = 'met') AS met,
  (SELECT count(*) FROM cycle, span WHERE (acted_at >= start AND acted_at < "end")
    OR (cancelled_at >= start AND cancelled_at < "end")) AS closed,
  (SELECT count(*) FROM open_cycle) AS open,
  (SELECT count(*) FROM open_cycle WHERE due <= :'last') AS overdue,
  (SELECT count(*) FROM cycle_step, span WHERE occurred_at >= start AND occurred_at < "end") AS steps,
  (SELECT count(*) FROM obstacle, span WHERE reported_at >= start AND reported_at < "end")
    AS obstacles,
  (SELECT (count(*), sum(minutes), count(DISTINCT (department, acted_by))) FROM action, span
    WHERE occurred_at >= start AND occurred_at < "end" AND withdrawn_at IS NULL) AS actions,
  (SELECT count(*) FROM observation WHERE period BETWEEN :'first' AND :'last') AS observations,
  (SELECT count(*) FROM lesson, span WHERE drafted_at >= start AND drafted_at < "end") AS drafted,
  (SELECT count(*) FROM lesson, span WHERE validated_at >= start AND validated_at < "end")
    AS validated,
  (SELECT count(*) FROM adoption, span WHERE decided_at >= start AND decided_at < "end") AS adoptions,
  (SELECT count(*) FROM waiting_lesson) AS waiting,
  (SELECT count(*) FROM issue, span WHERE raised_at >= start AND raised_at < "end") AS raised,
  (SELECT count(*) FROM issue, span WHERE decided_at >= start AND decided_at < "end") AS decided,
  (SELECT count(*) FROM review_decision, span WHERE made_at >= start AND made_at < "end") AS made,
  (SELECT count(*) FROM review_decision, span WHERE done_at >= start AND done_at < "end") AS done,
  (SELECT count(*) FROM open_decision) AS open_decisions,
  (SELECT count(*) FROM open_decision WHERE due <= :'last') AS late_decisions,
  (SELECT count(*) FROM dated_entry, span WHERE occurred_at >= start AND occurred_at < "end"
    AND recorded_at >= "end") AS late_entries,
  (SELECT count(*) FROM session WHERE date BETWEEN :'first' AND :'last' AND NOT is_cancelled)
    AS sessions,
  (SELECT count(*) FROM attendance t JOIN session s
    ON s.department = t.department AND s.design = t.design AND s.number = t.session
    WHERE s.date BETWEEN :'first' AND :'last' AND NOT s.is_cancelled) AS attended,
  (SELECT sum(amount) FROM cost, span WHERE occurred_at >= start AND occurred_at < "end") AS cost,
  (SELECT count(DISTINCT (department, account)) FROM activity, span
    WHERE occurred_at >= "end" - interval '28 days' AND occurred_at < "end") AS active;
