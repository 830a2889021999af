-- Purpose: the triggers that guard the log. One that stands as it should is left alone: making it anew
--   would wait for every open append, and every other append for it.
-- Those for rows are reached through a parent table, too, where those for statements are not.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT v.relation, v.name, format('%s ON log.%I FOR EACH %s EXECUTE FUNCTION log.%I()',
      v.moment, v.relation, v.level, v.function) AS definition
    FROM (VALUES
      ('event', 'event_is_append_only', 'BEFORE DELETE OR TRUNCATE', 'STATEMENT', 'refuse_change'),
      ('event', 'event_stays', 'BEFORE DELETE', 'ROW', 'refuse_change'),
      ('event', 'event_is_redacted_alone', 'BEFORE UPDATE', 'STATEMENT', 'refuse_update'),
      ('event', 'event_keeps_all_but_text', 'BEFORE UPDATE', 'ROW', 'refuse_but_redaction'),
      ('department', 'department_is_append_only',
        'BEFORE DELETE OR UPDATE OF department, head, made_at, made_by OR TRUNCATE', 'STATEMENT',
        'refuse_change'),
      ('department', 'department_stays',
        'BEFORE DELETE OR UPDATE OF department, head, made_at, made_by', 'ROW', 'refuse_change')
    ) v (relation, name, moment, level, function)
  LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM pg_trigger t
      WHERE t.tgrelid = format('log.%I', wanted.relation)::regclass AND t.tgname = wanted.name
        AND t.tgenabled = 'A'
        AND pg_get_triggerdef(t.oid) = format('CREATE TRIGGER %I %s', wanted.name, wanted.definition));
    EXECUTE format('CREATE OR REPLACE TRIGGER %I %s', wanted.name, wanted.definition);
    EXECUTE format('ALTER TABLE log.%I ENABLE ALWAYS TRIGGER %I', wanted.relation, wanted.name);
  END LOOP;
END $$;
