-- Purpose: drop functions of the log that the files before this one did not make again, so that no
--   former signature stays behind as another way in.
-- Whoever migrates does so in one transaction: what it made bears the transaction's id. A function
-- that is in use is replaced in place, never dropped first, so that appends go on meanwhile.
DO $$
DECLARE
  former regprocedure;
BEGIN
  FOR former IN
    SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'log'::regnamespace AND p.xmin <> pg_current_xact_id()::xid
  LOOP
    EXECUTE format('DROP FUNCTION %s', former);
  END LOOP;
END $$;
