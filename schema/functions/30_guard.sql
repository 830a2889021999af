-- Purpose: refuse DELETE and TRUNCATE on the log, and UPDATE of its departments but for the bound
--   near_end, for every role, the owner included. UPDATE of events: 31_guard_redaction.sql; the
--   triggers: 32_triggers.sql. A guard against mistakes, which an owner can take away; evidence
--   comes from the hashes.
-- SQLSTATE: PD006 append_only
CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  -- A part of a table that is spread over servers bears its name and a number.
  RAISE EXCEPTION '% on %.% is refused: the log is append-only', TG_OP, TG_TABLE_SCHEMA,
    regexp_replace(TG_TABLE_NAME, '_[0-9]+$', '')
    USING ERRCODE = 'PD006', HINT = 'Record a correcting event instead.';
END $$;
