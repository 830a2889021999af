-- Purpose: whether a payload is another one with nothing but texts erased.
-- Parameters: the payload before and after
-- Result: boolean. Keys, numbers, booleans and nulls are the same; a text is the same, or
--   [redacted].
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.is_redaction(before jsonb, after jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF jsonb_typeof(before) IS DISTINCT FROM jsonb_typeof(after) THEN
    RETURN false;
  END IF;
  CASE jsonb_typeof(before)
    WHEN 'object' THEN
      RETURN (SELECT count(*) FROM jsonb_object_keys(before))
          = (SELECT count(*) FROM jsonb_object_keys(after))
        AND (SELECT coalesce(bool_and(after ? b.key
            AND log.is_redaction(b.value, after -> b.key)), true)
          FROM jsonb_each(before) b);
    WHEN 'array' THEN
      RETURN jsonb_array_length(before) = jsonb_array_length(after)
        AND (SELECT coalesce(bool_and(
            log.is_redaction(b.value, after -> (b.place - 1)::integer)), true)
          FROM jsonb_array_elements(before) WITH ORDINALITY b(value, place));
    WHEN 'string' THEN
      RETURN after = before OR after = '"[redacted]"';
    ELSE
      RETURN after = before;
  END CASE;
END $$;
