-- Purpose: put other parts of a target's secret in the place of those there, for who may write secrets and
--   not read them. A new signing key keeps the one in force beside it, as the former one.
-- Parameters:
--   p_target  the target's name
--   p_parts   the new parts, by their names
-- Result: true when the target was there
-- SQLSTATE: 42501 for who is no administrator
-- Volatility: volatile
CREATE OR REPLACE FUNCTION share.change_secret(p_target text, p_parts jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = share, pg_temp
AS $$
BEGIN
  IF NOT log.administers() AND NOT log.keeps(log.person()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'secrets are an administrator''s to change';
  END IF;
  UPDATE secret s SET secret = (
    s.secret::jsonb || p_parts || CASE
      WHEN p_parts ? 'key' AND s.secret::jsonb ? 'key'
      THEN jsonb_build_object('formerKey', s.secret::jsonb ->> 'key') ELSE '{}' END)::json
  WHERE s.target = p_target;
  RETURN FOUND;
END $$;
