-- Purpose: kept reports stay as they are: UPDATE and TRUNCATE are refused to every role, and DELETE but in
--   the transaction that appended a redaction.
-- SQLSTATE: PD006 append_only
CREATE OR REPLACE FUNCTION kept.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = kept, pg_temp
AS $$
BEGIN
  IF TG_OP = 'DELETE' AND log.is_redacting() THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% on kept.report is refused: kept reports stay as they are', TG_OP
    USING ERRCODE = 'PD006';
END $$;

CREATE OR REPLACE TRIGGER report_stays
  BEFORE UPDATE OR DELETE OR TRUNCATE ON kept.report
  FOR EACH STATEMENT EXECUTE FUNCTION kept.refuse_change();
ALTER TABLE kept.report ENABLE ALWAYS TRIGGER report_stays;
