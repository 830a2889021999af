-- Purpose: drop functions of the log that the files before this one did not make again, so that no
--   former signature stays behind as another way in.
-- Whoever migrates does so in one transaction: what it made bears the transaction's id. A function
-- that is in use is replaced in place, never dropped first, so that appends go on meanwhile. Run by
-- itself, after none of the others, this file drops nothing.
DO $$
DECLARE
  former regprocedure;
BEGIN
  FOR former IN
    SELECT p.oid FROM pg_proc p
    WHERE p.pronamespace = 'log'::regnamespace AND p.xmin <> pg_current_xact_id()::xid
      AND EXISTS (
        SELECT FROM pg_proc made
        WHERE made.pronamespace = p.pronamespace AND made.proname = 'append'
          AND made.xmin = pg_current_xact_id()::xid)
  LOOP
    EXECUTE format('DROP FUNCTION %s', former);
  END LOOP;
END $$;
