-- Purpose: open a department's log.
-- Parameters: p_department its code; p_head whether it is the head department
-- Result: true when made, false when it stood already with the same part
-- SQLSTATEs: PD007 another head, or the code taken in other letter case or part; PD020 not_permitted,
--   PD021 nobodys_login
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.create_department(p_department text, p_head boolean)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  made boolean;
  who constant text := log.person();
BEGIN
  PERFORM log.require(p_department, 'administer', 'create_department');
  INSERT INTO department_key (department, head) VALUES (p_department, p_head) ON CONFLICT DO NOTHING;
  made := FOUND;
  IF made THEN
    INSERT INTO department (department, head, made_by) VALUES (p_department, p_head, who);
  ELSIF NOT EXISTS (
    SELECT 1 FROM department_key k WHERE k.department = p_department AND k.head = p_head
  ) THEN
    RAISE EXCEPTION 'department % cannot be made: its code or the head''s part is taken',
      p_department USING ERRCODE = 'PD007';
  END IF;
  RETURN made;
END $$;
