-- Purpose: what a command appended, should its id be in the log already.
-- Parameters: p_department; p_command_id; p_content the command's content as RFC 8785 text
-- Result: no row when the id is new; else first and last position, their number, recorded_at
-- SQLSTATEs: PD002 command_reused when the id stands with other content
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.first_result(
  p_department text, p_command_id uuid, p_content text,
  OUT first_position bigint, OUT last_position bigint, OUT recorded_at timestamptz
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM event e
    WHERE e.department = p_department AND e.command_id = p_command_id
      AND e.request IS DISTINCT FROM sha256(e.salt || convert_to(p_content, 'UTF8'))
  ) THEN
    RAISE EXCEPTION 'command % is in the log of % with other content', p_command_id, p_department
      USING ERRCODE = 'PD002';
  END IF;
  RETURN QUERY
    SELECT min(e."position"), max(e."position"), max(e.recorded_at)
    FROM event e
    WHERE e.department = p_department AND e.command_id = p_command_id
    HAVING count(*) > 0;
END $$;
