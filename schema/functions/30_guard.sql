-- Purpose: refuse DELETE and TRUNCATE on the log, and UPDATE of its departments but for the bound
--   near_end, for every role, the owner included. UPDATE of events: 31_guard_redaction.sql; the
--   triggers: 32_triggers.sql. A guard against mistakes, which an owner can take away; evidence
--   comes from the hashes.
-- SQLSTATE: PD006 append_only
CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the log is append-only', TG_OP, TG_TABLE_SCHEMA,
    TG_TABLE_NAME
    USING ERRCODE = 'PD006', HINT = 'Record a correcting event instead.';
END $$;
