-- Purpose: whether a payload is one that every reader of the log can hold: a JSON object, no larger
--   than 4 MiB (4,194,304 bytes), in which no key stands twice, numbers are those of a double and
--   nothing is nested deeper than 100; and no member is named @sha256, which in a line stands for a text.

-- The same of a part of it, at a depth. A number must be what a double's shortest text says.
-- Parameters: value; depth how many levels more are allowed
-- Result: boolean
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.is_plain(value json, depth integer) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET extra_float_digits = 1
AS $$
DECLARE
  digits text;
BEGIN
  CASE json_typeof(value)
    WHEN 'object' THEN
      RETURN depth > 0
        AND (SELECT count(*) = count(DISTINCT k.name COLLATE "C") FROM json_object_keys(value) k(name))
        AND (SELECT coalesce(bool_and(log.is_plain(m.value, depth - 1)), true) FROM json_each(value) m);
    WHEN 'array' THEN
      RETURN depth > 0 AND (
        SELECT coalesce(bool_and(log.is_plain(m.value, depth - 1)), true)
        FROM json_array_elements(value) m);
    WHEN 'number' THEN
      digits := value;
      -- What is longer, or has such an exponent, numeric itself can't hold.
      IF octet_length(digits) > 400 OR digits ~ '[eE][+-]?0*[1-9][0-9][0-9][0-9]' THEN
        RETURN false;
      END IF;
      RETURN CASE WHEN abs(digits::numeric) BETWEEN 4.9e-324 AND 1.7976931348623157e308
        THEN digits::numeric = digits::double precision::text::numeric
        ELSE digits::numeric = 0 END;
    ELSE
      RETURN true;
  END CASE;
END $$;

-- Parameters: the payload's text
-- Result: boolean
-- SQLSTATEs: 22P02 for what is no JSON, 54001 for JSON nested too deep to be read at all
-- Volatility: immutable
-- Without numbers of many digits or with an exponent, and with few brackets, all but the keys is
-- clear. jsonb holds each key once: where its text, blanks aside, is as long, none stood twice.
CREATE OR REPLACE FUNCTION log.is_payload(payload text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF octet_length(payload) > 4194304 OR left(payload, 1) <> '{'
    OR strpos(payload, '"@sha256"') > 0 AND payload ~ '"@sha256"\s*:'
  THEN
    RETURN false;
  END IF;
  IF payload !~ '[0-9.]{16}|[0-9][eE]'
    AND octet_length(payload) - octet_length(translate(payload, '[{', '')) <= 100
  THEN
    RETURN octet_length(replace(payload, ' ', ''))
      = octet_length(replace(payload::jsonb::text, ' ', ''));
  END IF;
  RETURN log.is_plain(payload::json, 100);
END $$;
