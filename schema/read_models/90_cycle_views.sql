-- Purpose: what crosses the rows of cycles.
-- Result: beside each view. Whether a cycle is overdue depends on the day asked about: queries
--   compare due with it.

-- Cycles in which something is still to be done.
CREATE VIEW open_cycle AS
SELECT * FROM cycle WHERE status NOT IN ('acted', 'cancelled');

-- Hours from step to step; NULL where a step has not been taken.
CREATE VIEW cycle_lead_time AS
SELECT c.department, c.number, c.status, c.planned_at, c.checked_at, c.acted_at,
  extract(epoch FROM a.first_at - c.planned_at)::float8 / 3600 AS plan_to_first_action,
  extract(epoch FROM c.checked_at - c.planned_at)::float8 / 3600 AS plan_to_check,
  extract(epoch FROM c.acted_at - c.checked_at)::float8 / 3600 AS check_to_act,
  extract(epoch FROM c.acted_at - c.planned_at)::float8 / 3600 AS plan_to_act
FROM cycle c
LEFT JOIN LATERAL (
  SELECT min(a.occurred_at) AS first_at FROM action a
  WHERE a.department = c.department AND a.cycle = c.number AND a.withdrawn_at IS NULL
) a ON true
WHERE c.planned_at IS NOT NULL;

-- Everything of cycles and observations that can be recorded late: when it was true and when the
-- log learned it.
CREATE VIEW dated_entry AS
SELECT department, "position", 'action' AS kind, department || '-' || cycle AS subject, text,
  actor, occurred_at, recorded_at
FROM action
UNION ALL
SELECT s.department, s."position", s.kind, s.department || '-' || s.cycle, c.title,
  s.actor, s.occurred_at, s.recorded_at
FROM cycle_step s
JOIN cycle c ON c.department = s.department AND c.number = s.cycle
UNION ALL
SELECT department, "position", 'observation', department || '/' || kpi, period || ' ' || value,
  recorded_by, occurred_at, recorded_at
FROM observation;

-- Observations of a checked window that were corrected, or came in, after the check: what its mean
-- doesn't know. "value" and "denominator" are in force now; "correction_reason" is of the last
-- correction; "recorded_at" is when the log learned of the change.
CREATE VIEW changed_evidence AS
SELECT c.department, c.number, c.checked_at, o.period, o.value, o.denominator,
  CASE WHEN o.correction_recorded_at > s.recorded_at THEN o.correction_reason END
    AS correction_reason,
  coalesce(o.correction_recorded_at > s.recorded_at, false) AND o.recorded_at <= s.recorded_at
    AS is_correction,
  greatest(o.recorded_at, o.correction_recorded_at) AS recorded_at
FROM cycle c
JOIN cycle_step s ON s.department = c.department AND s.cycle = c.number AND s.kind = 'checked'
JOIN observation o ON o.department || '/' || o.kpi = c.kpi
  AND o.period BETWEEN c.window_first AND c.window_last
WHERE c.actual IS NOT NULL
  AND greatest(o.recorded_at, o.correction_recorded_at) > s.recorded_at;
