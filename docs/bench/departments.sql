-- Purpose: 64 departments, each with the first event of its log, which log.append_one leaves to
--   log.append; and a table like the log's for raw rows.
SELECT count(log.create_department('D' || i, false)) AS departments
FROM generate_series(1, 64) i;
SELECT count(a.first_position) AS begun
FROM generate_series(1, 64) i, log.append('D' || i, gen_random_uuid(), '{}', ARRAY['cycle-1'],
  ARRAY[0], ARRAY['cycle-1'], ARRAY['ActionLogged'], ARRAY[1::smallint], ARRAY[now()],
  ARRAY['{"minutes":30,"text":"Asked the model for a first draft"}'], NULL, NULL) a;
CREATE SCHEMA bench;
CREATE TABLE bench.event (LIKE log.event INCLUDING ALL);
