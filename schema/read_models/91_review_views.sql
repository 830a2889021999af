-- Purpose: what crosses the rows of reviews.
-- Result: beside each view.

-- Decisions with the day they are due by now: that of the latest
-- carry-over or amendment, else that decided. "carried" counts the reviews that carried it over,
-- "put_off" how often its day was moved to a later one. A decision's carriers are of its department.
CREATE VIEW decision_standing AS
SELECT d.department, d.review, d.number, d.id, d.decision, d.owner, d.about, d.made_at, d.made_by,
  d.done_at, d.withdrawn_at, d.due AS first_due,
  CASE WHEN l."position" > coalesce(d.amended_position, 0) THEN l.due
    ELSE coalesce(d.amended_due, d.due) END AS due,
  coalesce(l.carried, 0) AS carried, coalesce(l.put_off, 0) + d.put_off AS put_off
FROM review_decision d
LEFT JOIN LATERAL (
  SELECT (array_agg(c.due ORDER BY c."position" DESC))[1] AS due, max(c."position") AS "position",
    count(*) AS carried, count(*) FILTER (WHERE c.due > coalesce(c.before, d.due)) AS put_off
  FROM (
    SELECT r.due, r."position", lag(r.due) OVER (ORDER BY r."position") AS before
    FROM review_carry r WHERE r.decision = d.id AND r.department = d.department
  ) c
) l ON true;

-- Those neither done nor withdrawn.
CREATE VIEW open_decision AS
SELECT department, review, number, id, decision, owner, about, made_at, made_by, first_due, due,
  carried, put_off
FROM decision_standing
WHERE done_at IS NULL AND withdrawn_at IS NULL;
