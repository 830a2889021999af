-- Purpose: take an absence back. Not by DELETE: who may delete of a table may also lock all of it, and
--   everybody's day, reviews and backups would wait.
-- Parameters:
--   p_account    whose; one's own, or for administrators anybody's
--   p_first_day  its first day
-- Result: true when it was there
-- SQLSTATE: 42501 for another's
-- Volatility: volatile
CREATE OR REPLACE FUNCTION people.forget_absence(p_account text, p_first_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = people, pg_temp
AS $$
DECLARE
  who constant text := log.person();
BEGIN
  IF p_account IS DISTINCT FROM who AND NOT log.administers() AND NOT log.keeps(who) THEN
    RAISE insufficient_privilege USING MESSAGE = format('the absences of %s are not yours to change', p_account);
  END IF;
  DELETE FROM absence a WHERE a.account = p_account AND a.first_day = p_first_day;
  RETURN FOUND;
END $$;
