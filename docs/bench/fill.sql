-- Purpose: fill the logs of departments D1 to D64, from where each ends, with streams of twenty.
-- Parameters (psql -v): events, how many each department gets; round, a number new to each fill
-- Every event is well-formed, and its leaf hash verifies. Keys are built at the end, by sorting.
ALTER TABLE log.event DROP CONSTRAINT event_pkey, DROP CONSTRAINT event_stream_version_key,
  DROP CONSTRAINT event_command_key;

INSERT INTO log.event
SELECT e.department, e.position, e.stream, e.stream_version, 'ActionLogged', 1::smallint,
  e.command_id, 0, e.request, NULL, NULL, 'postgres', e.at, e.at, e.payload::json, e.salt,
  sha256('\x00'::bytea || convert_to(log.line(
    'postgres', NULL, e.command_id, NULL, e.department, e.at, 0, e.payload::json, e.position, e.at,
    e.request, e.salt, 1::smallint, e.stream, e.stream_version, 'ActionLogged'), 'UTF8'))
FROM (
  SELECT d.department, d.last + i AS position, clock.at, s.salt,
    'filled-' || :round || '-' || (i - 1) / 20 AS stream, (i - 1) % 20 + 1 AS stream_version,
    gen_random_uuid() AS command_id, sha256(s.salt || '{}'::bytea) AS request, '{"minutes":'
      || i % 90 || ',"text":"Asked the model for a first draft of the proposal and checked the figures"}'
      AS payload
  FROM (SELECT clock_timestamp() AS at OFFSET 0) clock,
    (SELECT 'D' || n AS department,
      (SELECT count(*) FROM log.event e WHERE e.department = 'D' || n) AS last
     FROM generate_series(1, 64) n OFFSET 0) d,
    generate_series(1, :events::bigint) i,
    LATERAL (SELECT uuid_send(gen_random_uuid()) AS salt WHERE i > 0 OFFSET 0) s
  OFFSET 0 -- computes each once
) e;

ALTER TABLE log.event ADD PRIMARY KEY (department, position),
  ADD CONSTRAINT event_stream_version_key UNIQUE (department, stream, stream_version),
  ADD CONSTRAINT event_command_key UNIQUE (department, command_id, ordinal);
VACUUM ANALYZE log.event;
CHECKPOINT;
