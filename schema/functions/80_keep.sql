-- Purpose: keep the report of a closed review. It must be the one that the log pins, so that whoever may
--   call this can add nothing of their own.
-- Parameters:
--   p_department, p_stream      the review
--   p_form                      the form of the report
--   p_report                    the report, RFC 8785 text
--   p_document_en, p_document_ja  the report as people read it, RFC 8785 text
-- Result: true when it is kept now, false when one was kept already
-- SQLSTATE: PD013 not_keepable. Documents that the closing doesn't pin are kept by the owner alone.
-- Volatility: volatile
CREATE OR REPLACE FUNCTION kept.keep(
  p_department text, p_stream text, p_form integer, p_report text, p_document_en text,
  p_document_ja text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = kept, pg_temp
AS $$
DECLARE
  closing log.event;
  pinned json;
BEGIN
  SELECT * INTO closing FROM log.event e
  WHERE e.department = p_department AND e.stream = p_stream AND e.type = 'ReviewClosed'
  ORDER BY e.stream_version LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% of % is not closed', p_stream, p_department USING ERRCODE = 'PD013';
  END IF;
  pinned := closing.payload;
  IF encode(sha256(convert_to(p_report, 'UTF8')), 'hex') IS DISTINCT FROM coalesce(
    pinned ->> 'report', (
      SELECT e.payload ->> 'hash' FROM log.event e
      WHERE e.department = p_department AND e.stream = p_stream AND e.type = 'SnapshotTaken'
        AND e.stream_version < closing.stream_version
      ORDER BY e.stream_version DESC LIMIT 1))
    OR (p_report::json ->> 'version')::integer IS DISTINCT FROM p_form
  THEN
    RAISE EXCEPTION 'the log pins another report of % of %', p_stream, p_department
      USING ERRCODE = 'PD013';
  END IF;
  IF pinned -> 'documents' IS NULL THEN
    IF NOT pg_has_role(session_user,
      (SELECT c.relowner FROM pg_class c WHERE c.oid = 'kept.report'::regclass), 'USAGE')
    THEN
      RAISE EXCEPTION 'the closing of % of % pins no document: the owner alone keeps one', p_stream,
        p_department USING ERRCODE = 'PD013';
    END IF;
  ELSIF (encode(sha256(convert_to(p_document_en, 'UTF8')), 'hex') = pinned -> 'documents' ->> 'en'
    AND encode(sha256(convert_to(p_document_ja, 'UTF8')), 'hex') = pinned -> 'documents' ->> 'ja')
    IS NOT TRUE
  THEN
    RAISE EXCEPTION 'the log pins other documents of % of %', p_stream, p_department
      USING ERRCODE = 'PD013';
  END IF;
  INSERT INTO report (department, stream, form, report, document_en, document_ja)
  VALUES (p_department, p_stream, p_form, p_report, p_document_en, p_document_ja)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
