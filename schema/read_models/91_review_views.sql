-- Purpose: what crosses the rows of reviews.
-- Result: beside each view.

-- Decisions not done, with the day they are due by now: that of the latest carry-over, else that
-- decided. "source" is the decision's department; carriers are of the same.
CREATE VIEW open_decision AS
SELECT d.department, d.review, d.number, d.id, d.decision, d.owner, d.about, d.made_at, d.made_by,
  d.due AS first_due, coalesce(l.due, d.due) AS due, coalesce(l.carried, 0) AS carried
FROM review_decision d
LEFT JOIN LATERAL (
  SELECT (array_agg(c.due ORDER BY c."position" DESC))[1] AS due, count(*) AS carried
  FROM review_carry c
  WHERE c.decision = d.id AND c.department = d.department
) l ON true
WHERE d.done_at IS NULL;
