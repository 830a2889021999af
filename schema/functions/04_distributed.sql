-- Purpose: whether the logs are spread over servers by department, with Citus: see docs/scale.md.
-- Result: boolean
-- Volatility: stable
-- What reads the session (who is at work, which role was taken on) is asked into a variable before a query
-- of log.department or log.event, never within it: there another server would ask its own session.
CREATE OR REPLACE FUNCTION log.is_distributed() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$
BEGIN
  IF to_regclass('pg_catalog.pg_dist_partition') IS NULL THEN
    RETURN false;
  END IF;
  RETURN EXISTS (
    SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = to_regclass('log.event'));
END $$;
