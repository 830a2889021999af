-- Purpose: a fact with what its dimensions say of it in one table, for tools that take one.
-- Result: the rows of each fact

CREATE OR REPLACE VIEW bi.flat_observation WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, k.name AS kpi, k.unit, k.direction_en, k.direction_ja,
  k.cadence_en, k.cadence_ja, k.kind_en, k.kind_ja, k.target
FROM bi.fact_observation f
JOIN bi.department d USING (department_key) JOIN bi.kpi k USING (kpi_key);

CREATE OR REPLACE VIEW bi.flat_signal WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, k.name AS kpi, k.unit, k.direction_en, k.direction_ja
FROM bi.fact_signal f
JOIN bi.department d USING (department_key) JOIN bi.kpi k USING (kpi_key);

CREATE OR REPLACE VIEW bi.flat_action WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, c.title AS cycle, c.status_en, c.status_ja, k.name AS kpi,
  n.layer_en, n.layer_ja
FROM bi.fact_action f
JOIN bi.department d USING (department_key) JOIN bi.cycle c USING (cycle_key)
LEFT JOIN bi.kpi k ON k.kpi_key = f.kpi_key
LEFT JOIN bi.person n ON n.person_key = f.person_key;

CREATE OR REPLACE VIEW bi.flat_cycle WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, c.title AS cycle, c.status_en, c.status_ja, c.verdict_en,
  c.verdict_ja, c.choice_en, c.choice_ja, k.name AS kpi, k.unit, k.direction_en, k.direction_ja,
  n.layer_en AS owner_layer_en, n.layer_ja AS owner_layer_ja
FROM bi.fact_cycle f
JOIN bi.department d USING (department_key) JOIN bi.cycle c USING (cycle_key)
LEFT JOIN bi.kpi k ON k.kpi_key = f.kpi_key
LEFT JOIN bi.person n ON n.person_key = f.owner_key;

CREATE OR REPLACE VIEW bi.flat_decision WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, n.layer_en AS owner_layer_en, n.layer_ja AS owner_layer_ja
FROM bi.fact_decision f
JOIN bi.department d USING (department_key)
LEFT JOIN bi.person n ON n.person_key = f.owner_key;

CREATE OR REPLACE VIEW bi.flat_lesson_use WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, l.title AS lesson, l.kind_en, l.kind_ja,
  l.department_key AS lesson_department_key, k.name AS kpi, k.unit, g.title AS design
FROM bi.fact_lesson_use f
JOIN bi.department d USING (department_key) JOIN bi.lesson l USING (lesson_key)
LEFT JOIN bi.kpi k ON k.kpi_key = f.kpi_key
LEFT JOIN bi.design g ON g.design_key = f.design_key;

CREATE OR REPLACE VIEW bi.flat_attendance WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, g.title AS design, s.title AS session, t.label_en AS layer_en,
  t.label_ja AS layer_ja
FROM bi.fact_attendance f
JOIN bi.session s USING (session_key) JOIN bi.design g ON g.design_key = f.design_key
LEFT JOIN bi.department d ON d.department_key = f.department_key
LEFT JOIN bi.term t ON t.list = 'layer' AND t.code = f.layer;

CREATE OR REPLACE VIEW bi.flat_cost WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, g.title AS design, s.title AS session
FROM bi.fact_cost f
JOIN bi.department d USING (department_key) JOIN bi.design g USING (design_key)
LEFT JOIN bi.session s ON s.session_key = f.session_key;

CREATE OR REPLACE VIEW bi.flat_gain WITH (security_invoker = true) AS
SELECT f.*, d.name AS department, k.name AS kpi, k.unit, k.direction_en, k.direction_ja,
  g.title AS design
FROM bi.fact_gain f
JOIN bi.department d USING (department_key) JOIN bi.kpi k USING (kpi_key)
JOIN bi.design g USING (design_key);
