-- Purpose: refuse DELETE and TRUNCATE on the log, and UPDATE of its departments but for the bound
--   near_end, for every role, the owner included. UPDATE of events: 31_guard_redaction.sql.
--   A guard against mistakes; evidence comes from the hashes.
-- SQLSTATE: PD006 append_only
CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the log is append-only', TG_OP, TG_TABLE_SCHEMA,
    TG_TABLE_NAME
    USING ERRCODE = 'PD006', HINT = 'Record a correcting event instead.';
END $$;

CREATE OR REPLACE TRIGGER event_is_append_only
  BEFORE DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only;

CREATE OR REPLACE TRIGGER department_is_append_only
  BEFORE UPDATE OF department, head, made_at, made_by OR DELETE OR TRUNCATE ON log.department
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.department ENABLE ALWAYS TRIGGER department_is_append_only;
