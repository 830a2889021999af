-- Purpose: whether a payload is another one with nothing but texts erased.

-- The same of a part of it.
-- Parameters: p_type the event's type; p_place the part's place; the part before and after
-- Result: boolean. Keys, numbers, booleans and nulls are the same; a string is the same, or
--   [redacted] where log.is_erasable allows it.
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_redaction(
  p_type text, p_place text, before jsonb, after jsonb
) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  IF jsonb_typeof(before) IS DISTINCT FROM jsonb_typeof(after) THEN
    RETURN false;
  END IF;
  CASE jsonb_typeof(before)
    WHEN 'object' THEN
      RETURN (SELECT count(*) FROM jsonb_object_keys(before))
          = (SELECT count(*) FROM jsonb_object_keys(after))
        AND (SELECT coalesce(bool_and(after ? b.key AND log.is_redaction(
            p_type, concat_ws('.', nullif(p_place, ''), b.key), b.value, after -> b.key)), true)
          FROM jsonb_each(before) b);
    WHEN 'array' THEN
      RETURN jsonb_array_length(before) = jsonb_array_length(after)
        AND (SELECT coalesce(bool_and(log.is_redaction(
            p_type, p_place, b.value, after -> (b.place - 1)::integer)), true)
          FROM jsonb_array_elements(before) WITH ORDINALITY b(value, place));
    WHEN 'string' THEN
      RETURN after = before
        OR after = '"[redacted]"' AND log.is_erasable(p_type, p_place, before #>> '{}');
    ELSE
      RETURN after = before;
  END CASE;
END $$;
