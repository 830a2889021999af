-- Purpose: what crosses the rows of lessons, their adoption and the training designs.
-- Result: beside each view. Ids are written as people do: SALES-L3.

-- Validated lessons marked for training that no approved design has answered.
CREATE VIEW waiting_lesson AS
SELECT l.*, l.department || '-L' || l.number AS id
FROM lesson l
WHERE l.status = 'validated' AND l.for_training
  AND NOT EXISTS (
    SELECT FROM design_lesson a
    JOIN design d ON d.department = a.department AND d.number = a.design
    WHERE a.lesson = l.department || '-L' || l.number AND d.approved_at IS NOT NULL);

-- How far a lesson went: departments it was proposed to, that adopted or declined it, adoptions
-- whose effect was measured, and adopted as a share of those proposed to or deciding (0 to 1,
-- NULL when there is none). A lesson's own department does not count.
CREATE VIEW lesson_reuse AS
SELECT l.department, l.number, l.department || '-L' || l.number AS id, l.title, l.status,
  count(*) FILTER (WHERE r.proposed) AS proposed,
  count(*) FILTER (WHERE r.adopted) AS adopted,
  count(*) FILTER (WHERE NOT r.adopted) AS declined,
  count(*) FILTER (WHERE r.measured) AS measured,
  count(*) FILTER (WHERE r.adopted)::float8 / nullif(count(r.department), 0) AS rate
FROM lesson l
LEFT JOIN LATERAL (
  SELECT coalesce(p.proposed_to, a.department) AS department, p.proposed_to IS NOT NULL AS proposed,
    a.adopted, EXISTS (
      SELECT FROM reuse u
      WHERE u.department = a.department AND u.lesson = l.department || '-L' || l.number) AS measured
  FROM (
    SELECT proposed_to FROM lesson_rollout p
    WHERE p.department = l.department AND p.lesson = l.number) p
  FULL JOIN (
    SELECT department, adopted FROM adoption a
    WHERE a.lesson = l.department || '-L' || l.number) a ON a.department = p.proposed_to
) r ON r.department <> l.department
GROUP BY l.department, l.number;

-- The share of validated lessons that were adopted somewhere else (0 to 1; NULL without lessons).
CREATE VIEW reuse_rate AS
SELECT count(*) AS lessons, count(*) FILTER (WHERE adopted > 0) AS reused,
  count(*) FILTER (WHERE adopted > 0)::float8 / nullif(count(*), 0) AS rate
FROM lesson_reuse WHERE status = 'validated';

-- Each way from a cycle by a lesson and a design's item to a session and who attended it; NULL
-- from where the way ends.
CREATE VIEW lesson_trace AS
SELECT l.department, l.number, l.department || '-L' || l.number AS lesson, lc.cycle,
  a.department AS design_department, a.design, a.item, i.title AS item_title, a.declined_reason,
  s.number AS session, s.date AS session_date, s.title AS session_title, t.account AS attendee
FROM lesson l
LEFT JOIN lesson_cycle lc ON lc.department = l.department AND lc.lesson = l.number
LEFT JOIN design_lesson a ON a.lesson = l.department || '-L' || l.number
LEFT JOIN design_item i
  ON i.department = a.department AND i.design = a.design AND i.number = a.item
LEFT JOIN session s
  ON s.department = a.department AND s.design = a.design AND NOT s.is_cancelled
    AND s.items @> ARRAY[a.item::text]
LEFT JOIN attendance t
  ON t.department = s.department AND t.design = s.design AND t.session = s.number;
