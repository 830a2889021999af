-- Purpose: who reads what. What makes row security is the owner's alone; what its policies ask, everybody
--   whom privileges let in may call. Members may make temporary tables: in them they look at the past, and
--   at logs that the read models have not come to yet.
SELECT log.for_groups($$
  REVOKE EXECUTE ON FUNCTION log.restrict_reading(regclass, text), log.restrict_read_models(name),
    log.unproject(text, boolean), log.empty_read_models(name, text, boolean) FROM :member;
$$);

SELECT log.restrict_reading('log.event', log.shown_of('event'));
SELECT log.restrict_reading('kept.report', log.shown_of('report'));

DO $$
DECLARE
  live name;
BEGIN
  IF NOT has_database_privilege(log.group_of('member'), current_database(), 'TEMPORARY') THEN
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), log.group_of('member'));
  END IF;
  IF to_regclass('read.pointer') IS NOT NULL THEN
    SELECT p.schema INTO live FROM read.pointer p;
    IF to_regnamespace(quote_ident(live)) IS NOT NULL THEN
      PERFORM log.restrict_read_models(live);
    END IF;
  END IF;
END $$;
