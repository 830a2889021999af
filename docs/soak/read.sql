-- Purpose: a reading command's snapshot: the pointer, then the tables that it names.
\set d random(1, 20)
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT set_config('search_path', schema || ', pg_temp', true) FROM read.pointer;
SELECT 1 / count(*) FROM (SELECT FROM cycle WHERE department = 'B' || :d LIMIT 10) c;
SELECT number, title, status FROM cycle WHERE department = 'B' || :d ORDER BY number DESC LIMIT 20;
COMMIT;
