-- Purpose: departments B1, B2, … with logs as teams leave them, straight into log.event: cycles of
--   twenty events, most of them actions, with observations of KPIs, issues and lessons between.
-- Parameters (psql -v): departments, their number; events, how many each has
-- Every event is well-formed: projections take it in and its leaf hash verifies.
SELECT count(log.create_department('B' || i, false)) AS departments
FROM generate_series(1, :departments) i;

INSERT INTO log.event
SELECT e.department, e.position, e.stream, e.stream_version, e.type, e.schema_version, e.command_id,
  e.ordinal, e.request, e.causation, e.correlation, e.actor, e.occurred_at, e.recorded_at,
  e.payload::json, e.salt,
  sha256('\x00'::bytea || convert_to(log.line(
    e.actor, e.causation, e.command_id, e.correlation, e.department, e.occurred_at, e.ordinal,
    e.payload::json, e.position, e.recorded_at, e.request, e.salt, e.schema_version, e.stream,
    e.stream_version, e.type), 'UTF8'))
FROM (
  SELECT w.department, w.position, w.stream, w.type, w.payload,
    row_number() OVER (PARTITION BY w.department, w.stream ORDER BY w.position) AS stream_version,
    1::smallint AS schema_version, gen_random_uuid() AS command_id, 0 AS ordinal,
    sha256(convert_to(w.payload, 'UTF8')) AS request, NULL::text AS causation,
    NULL::uuid AS correlation, 'member' || w.position % 97 AS actor,
    timestamptz '2024-01-01Z' + w.position * interval '10 minutes' AS occurred_at,
    timestamptz '2024-01-01Z' + w.position * interval '600.001 seconds' AS recorded_at,
    uuid_send(gen_random_uuid()) AS salt
  FROM (
    SELECT k.department, k.position,
      CASE
        WHEN kind = 'lesson' THEN 'lesson-' || cycle / 4
        WHEN kind = 'issue' THEN 'issue-' || cycle / 4 + 1
        WHEN kind IN ('define', 'observe') THEN 'kpi-kpi-' || kpi
        ELSE 'cycle-' || cycle END AS stream,
      CASE kind
        WHEN 'plan' THEN 'CyclePlanned'
        WHEN 'obstacle' THEN 'ObstacleReported'
        WHEN 'check' THEN 'CycleChecked'
        WHEN 'act' THEN 'CycleActed'
        WHEN 'lesson' THEN 'LessonDrafted'
        WHEN 'issue' THEN 'IssueRaised'
        WHEN 'define' THEN 'KPIDefined'
        WHEN 'observe' THEN 'ObservationRecorded'
        WHEN 'withdraw' THEN 'ActionWithdrawn'
        ELSE 'ActionLogged' END AS type,
      CASE kind
        WHEN 'plan' THEN format(
          '{"baseline":6,"change":"AIで下書きを作り、人が仕上げる","due":"2026-06-30",'
          '"kpi":"%1$s/kpi-%2$s","lessonsConsulted":["%1$s-L1"],"owner":"member7","predicted":4.5,'
          '"problem":"提案書の作成に時間がかかる","title":"提案書の時間を短くする %3$s",'
          '"windowEnd":"2026-06-30","windowStart":"2026-04-01"}', department, kpi, cycle)
        WHEN 'obstacle' THEN '{"obstacle":"顧客の資料が古く、そのままでは使えない"}'
        WHEN 'check' THEN
          '{"actual":4.25,"computed":"met","count":12,"evidence":"wiki/42","verdict":"met"}'
        WHEN 'act' THEN '{"choice":"adopt","why":"所要時間が予測どおり短くなった"}'
        WHEN 'lesson' THEN format(
          '{"conditions":"定型の提案書","cycles":["%s-%s"],"forTraining":true,"kind":"success",'
          '"rationale":"実績で確かめた","suggestion":"下書きはAIに任せ、数字は人が確かめる",'
          '"title":"下書きをAIに任せる"}', department, cycle)
        WHEN 'issue' THEN '{"issue":"利用できる資料の範囲が分からない","to":"executive"}'
        WHEN 'define' THEN
          '{"cadence":"daily","direction":"down","kind":"outcome","measure":"value",'
          '"name":"提案書作成時間","unit":"時間"}'
        WHEN 'observe' THEN format('{"period":"%s","value":%s}',
          date '2000-01-01' + (third / 40 * 6 + cycle % 3 * 2 + step / 14)::integer,
          (4 + (position % 90 + 1) / 100.0)::float8)
        WHEN 'withdraw' THEN '{"action":3,"reason":"別の部門の記録だった"}'
        ELSE format('{"minutes":%s,"text":"AIに下書きを頼み、数字と表現を確かめた (%s)"}',
          position % 90 + 5, position) END AS payload
    FROM (
      SELECT *, third % 40 + 1 AS kpi,
        CASE
          WHEN step = 0 THEN 'plan'
          WHEN step = 4 AND third < 40 AND cycle % 3 = 1 THEN 'define'
          WHEN step IN (9, 14) THEN 'observe'
          WHEN step = 15 AND cycle % 10 = 0 THEN 'withdraw'
          WHEN step = 16 THEN 'obstacle'
          WHEN step = 17 AND cycle % 4 = 0 THEN 'lesson'
          WHEN step = 17 AND cycle % 4 = 2 THEN 'issue'
          WHEN step = 18 THEN 'check'
          WHEN step = 19 THEN 'act'
          ELSE 'action' END AS kind
      FROM (
        SELECT 'B' || d AS department, position, (position - 1) / 20 + 1 AS cycle,
          (position - 1) % 20 AS step, (position - 1) / 60 AS third
        FROM generate_series(1, :departments) d, generate_series(1, :events) position
      ) p
    ) k
  ) w
) e;
ANALYZE log.event;
