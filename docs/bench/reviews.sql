-- Purpose: departments R1, R2, … with what teams leave in their logs over years: each week a cycle
--   planned, done and another checked, four KPIs observed, lessons, issues and a review held; the
--   departments and their members in the head's log. Straight into log.event.
-- Parameters (psql -v): departments, their number; weeks, how many, up to the last whole one; form, of
--   the lines (2; 1 is made in a tenth of the time)
-- Every event is well-formed: projections take it in and its leaf hash verifies. Keys are built at the
-- end, by sorting.
\if :{?form}
\else
\set form 2
\endif
SELECT count(log.create_department('R' || i, false)) AS departments
FROM generate_series(1, :departments) i;

CREATE TEMP TABLE story (
  department text, "order" bigint, stream text, type text, occurred_at timestamptz, payload text);

-- Who works where, eight people a department.
INSERT INTO story
SELECT 'HQ', d * 100, 'organization', 'DepartmentRegistered', timestamptz '2020-01-06Z',
  format('{"code":"R%s","name":"部門%s"}', d, d)
FROM generate_series(1, :departments) d
UNION ALL
SELECT 'HQ', d * 100 + m, 'organization', 'MemberJoined', timestamptz '2020-01-06Z',
  format('{"account":"r%s-%s","department":"R%s","isMachine":false,"layer":"%s"}', d, m, d,
    CASE m WHEN 1 THEN 'executive' WHEN 2 THEN 'promoter' ELSE 'field' END)
FROM generate_series(1, :departments) d, generate_series(1, 8) m;

INSERT INTO story
SELECT 'R' || d, k, 'kpi-kpi-' || k, 'KPIDefined', timestamptz '2020-01-07Z',
  '{"cadence":"weekly","direction":"down","kind":"outcome","measure":"value",'
  || '"name":"提案書作成時間","unit":"時間"}'
FROM generate_series(1, :departments) d, generate_series(1, 4) k;

-- Slots of a week: 0 plan, 1–12 actions, 13 obstacle, 14–17 observations, 18 check and 19 act of the
-- cycle four weeks before, 20 lesson or issue, 21 its answer a week later, 22–25 the review, 26 the
-- decision of two weeks before done.
INSERT INTO story
SELECT 'R' || d, 100 + w * 30 + slot,
  CASE
    WHEN slot <= 13 THEN 'cycle-' || w + 1
    WHEN slot <= 17 THEN 'kpi-kpi-' || slot - 13
    WHEN slot <= 19 THEN 'cycle-' || w - 3
    WHEN slot = 20 AND w % 4 = 0 OR slot = 21 AND w % 4 = 1 THEN 'lesson-' || w / 4 + 1
    WHEN slot <= 21 THEN 'issue-' || w / 4 + 1
    WHEN slot = 26 THEN 'review-' || to_char(monday - 14, 'IYYY-"W"IW')
    ELSE 'review-' || to_char(monday, 'IYYY-"W"IW') END,
  CASE
    WHEN slot = 0 THEN 'CyclePlanned'
    WHEN slot <= 12 THEN 'ActionLogged'
    WHEN slot = 13 THEN 'ObstacleReported'
    WHEN slot <= 17 THEN 'ObservationRecorded'
    WHEN slot = 18 THEN 'CycleChecked'
    WHEN slot = 19 THEN 'CycleActed'
    WHEN slot = 20 AND w % 4 = 0 THEN 'LessonDrafted'
    WHEN slot = 20 THEN 'IssueRaised'
    WHEN slot = 21 AND w % 4 = 1 THEN 'LessonValidated'
    WHEN slot = 21 THEN 'IssueDecided'
    WHEN slot = 22 THEN 'ReviewOpened'
    WHEN slot = 23 THEN 'SnapshotTaken'
    WHEN slot = 24 THEN 'DecisionMade'
    WHEN slot = 25 THEN 'ReviewClosed'
    ELSE 'DecisionDone' END,
  monday + interval '9 hours' + slot * interval '4 hours',
  CASE
    WHEN slot = 0 THEN format(
      '{"baseline":20,"change":"AIで下書きを作り、人が仕上げる","due":"%s","kpi":"R%s/kpi-%s",'
      '"lessonsConsulted":[],"owner":"r%s-2","predicted":18,"problem":"提案書の作成に時間がかかる",'
      '"title":"提案書の時間を短くする %s","windowEnd":"%s","windowStart":"%s"}',
      monday + 28, d, w % 4 + 1, d, w, monday + 27, monday)
    WHEN slot <= 12 THEN format(
      '{"minutes":%s,"text":"AIに下書きを頼み、数字と表現を確かめた"}', noise % 90 + 5)
    WHEN slot = 13 THEN '{"obstacle":"顧客の資料が古く、そのままでは使えない"}'
    WHEN slot <= 17 THEN format('{"period":"%s","value":%s}', monday,
      (20 + noise % 100 / 25.0 - CASE
        WHEN d % 3 = 0 AND slot = 14 AND w > :weeks * 2 / 3 THEN 3
        WHEN d % 5 = 0 AND slot = 15 AND w > :weeks - 9 THEN 4 ELSE 0 END)::float8)
    WHEN slot = 18 THEN format(
      '{"actual":%s,"computed":"%s","count":4,"evidence":"wiki/42","verdict":"%s"}',
      CASE WHEN noise % 3 = 0 THEN '21.5' ELSE '17.5' END,
      CASE WHEN noise % 3 = 0 THEN 'missed' ELSE 'met' END,
      CASE WHEN noise % 3 = 0 THEN 'missed' ELSE 'met' END)
    WHEN slot = 19 THEN '{"choice":"adopt","why":"所要時間が予測どおり短くなった"}'
    WHEN slot = 20 AND w % 4 = 0 THEN format(
      '{"conditions":"定型の提案書","cycles":["R%s-%s"],"forTraining":true,"kind":"success",'
      '"rationale":"実績で確かめた","suggestion":"下書きはAIに任せ、数字は人が確かめる",'
      '"title":"下書きをAIに任せる"}', d, w + 1)
    WHEN slot = 20 THEN '{"issue":"利用できる資料の範囲が分からない","to":"executive"}'
    WHEN slot = 21 AND w % 4 = 1 THEN '{"alone":false}'
    WHEN slot = 21 THEN '{"decision":"社外秘を除いて利用できる"}'
    WHEN slot = 22 THEN format('{"period":"%s"}', to_char(monday, 'IYYY-"W"IW'))
    WHEN slot = 23 THEN format(
      '{"hash":"%s","positions":{"R%s":%s},"profile":"nhs-mdc","profileVersion":1}',
      repeat('0', 64), d, w * 26)
    WHEN slot = 24 THEN format(
      '{"decision":"東部チームの研修を行う","due":"%s","number":1,"owner":"r%s-2"}', monday + 21, d)
    WHEN slot = 25 THEN format('{"hash":"%s"}', repeat('0', 64))
    ELSE '{"number":1}' END
FROM (
  SELECT d, w, slot, (hashint8(d::bigint * 1000003 + w * 1009 + slot) & 65535) AS noise,
    (date_trunc('week', current_date)::date - 7 * (:weeks - w))::date AS monday
  FROM generate_series(1, :departments) d, generate_series(0, :weeks - 1) w,
    generate_series(0, 26) slot
) s
WHERE (slot NOT IN (18, 19) OR w >= 4) AND (slot <> 20 OR w % 2 = 0)
  AND (slot <> 21 OR w % 2 = 1) AND (slot NOT BETWEEN 22 AND 25 OR w < :weeks - 1)
  AND (slot <> 26 OR w >= 2);

ALTER TABLE log.event DROP CONSTRAINT event_stream_version_key, DROP CONSTRAINT event_command_key;

INSERT INTO log.event
SELECT e.department, e.position, e.stream, e.stream_version, e.type, e.schema_version, e.command_id,
  e.ordinal, e.request, e.causation, e.correlation, e.actor, e.occurred_at, e.recorded_at,
  e.payload, e.salt,
  sha256('\x00'::bytea || convert_to(CASE WHEN :form = 2
    THEN log.line_2(
      e.actor, e.causation, e.command_id, e.correlation, e.department, NULL, e.occurred_at, e.ordinal,
      log.committed('', e.payload, e.salts), e.position, e.recorded_at, e.request, e.salt,
      e.schema_version, e.stream, e.stream_version, e.type)
    ELSE log.line(
      e.actor, e.causation, e.command_id, e.correlation, e.department, e.occurred_at, e.ordinal,
      e.payload, e.position, e.recorded_at, e.request, e.salt, e.schema_version, e.stream,
      e.stream_version, e.type) END, 'UTF8')),
  :form, NULL, e.salts
FROM (
  SELECT s.department, coalesce(h.position, 0) + row_number() OVER log AS position, s.stream,
    coalesce(v.version, 0) + row_number() OVER stream AS stream_version, s.type,
    1::smallint AS schema_version, gen_random_uuid() AS command_id, 0 AS ordinal,
    sha256(convert_to(s.payload, 'UTF8')) AS request, NULL::text AS causation,
    NULL::uuid AS correlation,
    CASE s.department WHEN 'HQ' THEN session_user
      ELSE lower(s.department) || '-' || s."order" % 8 + 1 END AS actor,
    s.occurred_at,
    CASE s.department WHEN 'HQ' THEN clock_timestamp() ELSE s.occurred_at + interval '1 minute' END
      AS recorded_at,
    s.payload::json, uuid_send(gen_random_uuid()) AS salt,
    CASE WHEN :form = 2 THEN log.salts(s.type, s.payload::json) END AS salts
  FROM story s
  LEFT JOIN (SELECT department, max(position) AS position FROM log.event GROUP BY 1) h
    USING (department)
  LEFT JOIN (SELECT department, stream, max(stream_version) AS version FROM log.event GROUP BY 1, 2) v
    USING (department, stream)
  WINDOW log AS (PARTITION BY s.department ORDER BY s."order"),
    stream AS (PARTITION BY s.department, s.stream ORDER BY s."order")
  OFFSET 0 -- computes each once
) e;
ALTER TABLE log.event
  ADD CONSTRAINT event_stream_version_key UNIQUE (department, stream, stream_version),
  ADD CONSTRAINT event_command_key UNIQUE (department, command_id, ordinal);
ANALYZE log.event;
