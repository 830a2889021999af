-- Purpose: take away the kept reports that show a text which is being redacted.

-- Whether a kept text shows what a payload says and its redaction doesn't.
-- Parameters: p_kept a report or document; p_before, p_after the payload before and after
-- Result: boolean; true as well where it can't be told
-- Volatility: immutable
-- A document may cut a long text short or break it, and escapes some of its characters: the first six
-- letters are looked for, without marks and spaces, in all of it without marks, spaces and tags.
CREATE OR REPLACE FUNCTION kept.shows(p_kept text, p_before jsonb, p_after jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = kept, pg_temp
AS $$
DECLARE
  marks constant text := '[\x01-\x2f:-@\[-`{-\x7f]';
  plain constant text := regexp_replace(regexp_replace(p_kept,
    '<[^>]*>|&[a-z]+;|&#[0-9a-fx]+;|\\u[0-9a-f]{4}|\\[a-z"/\\]', '', 'g'), marks, '', 'g');
  erased text;
BEGIN
  FOR erased IN
    WITH RECURSIVE part (before, after) AS (
      VALUES (p_before, p_after)
      UNION ALL
      SELECT inner_part.before, inner_part.after FROM part p, LATERAL (
        SELECT b.value AS before, p.after -> b.key AS after
        FROM jsonb_each(CASE jsonb_typeof(p.before) WHEN 'object' THEN p.before ELSE '{}' END) b
        UNION ALL
        SELECT b.value, p.after -> (b.place - 1)::integer
        FROM jsonb_array_elements(CASE jsonb_typeof(p.before) WHEN 'array' THEN p.before ELSE '[]' END)
          WITH ORDINALITY b (value, place)) inner_part)
    SELECT part.before #>> '{}' FROM part
    WHERE jsonb_typeof(part.before) = 'string' AND part.before <> part.after
  LOOP
    -- Characters that people don't see may be shown as others.
    IF erased ~ '[\u0080-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff]'
      OR strpos(plain, left(regexp_replace(erased, marks, '', 'g'), 6)) > 0
    THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END $$;

-- Takes away the kept reports that show what a redaction erases; in the transaction that appended it.
-- Parameters: the event's payload before and after
-- Result: the number of reports
-- Volatility: volatile
CREATE OR REPLACE FUNCTION kept.forget(p_before json, p_after json) RETURNS bigint
LANGUAGE plpgsql SET search_path = kept, pg_temp
AS $$
DECLARE
  gone bigint;
BEGIN
  DELETE FROM report k
  WHERE kept.shows(k.report || k.document_en || k.document_ja, p_before::jsonb, p_after::jsonb);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
