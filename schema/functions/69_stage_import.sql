-- Purpose: makes the temporary table that an import fills and log.import takes in; it goes at the end
--   of the transaction.
-- Parameters: none
-- Result: nothing
-- Raises: nothing of its own
-- Volatility: volatile. For the log's owner.
CREATE OR REPLACE FUNCTION log.stage_import() RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  CREATE TEMPORARY TABLE import_event (
    line bigint NOT NULL, -- of the file, from 1
    LIKE log.event
  ) ON COMMIT DROP;
END $$;
