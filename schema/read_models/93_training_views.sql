-- Purpose: how far training reached each department's layers.
-- Result: for each department and layer its people, those who attended a session that took
--   place, and the first such day (NULL without one).
CREATE VIEW layer_coverage AS
SELECT m.home AS department, m.layer, count(*) AS people, count(t.account) AS trained,
  min(t.first_day) AS first_day
FROM member m
LEFT JOIN (
  SELECT a.account, min(s.date) AS first_day
  FROM attendance a
  JOIN session s
    ON s.department = a.department AND s.design = a.design AND s.number = a.session
      AND NOT s.is_cancelled
  GROUP BY a.account
) t ON t.account = m.account
WHERE m.left_at IS NULL AND NOT m.is_machine
GROUP BY m.home, m.layer;
