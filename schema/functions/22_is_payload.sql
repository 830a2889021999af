-- Purpose: whether a payload is one that every reader of the log can hold, and that every program writes
--   alike: a JSON object in RFC 8785 text (no blanks, names in order, strings and numbers in their one
--   form), no larger than 4 MiB (4,194,304 bytes), in which no name stands twice, numbers are those of a
--   double and nothing is nested deeper than 100; and no member is named @sha256, which in a line stands
--   for a text.
-- Backslashes stand in E'' alone: what they mean elsewhere, the caller's settings say.

-- A number as RFC 8785 writes it: as JavaScript does.
-- Parameters: p_digits a JSON number of 400 bytes at most, whose exponent has three digits at most
-- Result: text; null for what no double holds
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.canonical_number(p_digits text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET extra_float_digits = 1
AS $$
DECLARE
  size constant numeric := abs(p_digits::numeric);
  shortest text;
  own constant text := trim_scale(size);
  figures constant text := trim('0' FROM replace(own, '.', ''));
  power integer;
BEGIN
  IF size = 0 THEN
    RETURN '0';
  ELSIF size NOT BETWEEN 4.9e-324 AND 1.7976931348623157e308 THEN
    RETURN NULL;
  END IF;
  shortest := p_digits::double precision;
  -- JavaScript takes a shorter one that lies just between two doubles and is read as the even one, PostgreSQL
  -- doesn't: 1e+23.
  IF length(figures) < length(trim('0' FROM regexp_replace(shortest, E'e.*|[-.]', '', 'g'))) THEN
    IF size >= 1e-6 AND size < 1e21 THEN
      RETURN left(p_digits, CASE WHEN p_digits::numeric < 0 THEN 1 ELSE 0 END) || own;
    END IF;
    power := CASE WHEN size >= 1 THEN length(own) - 1
      ELSE length(ltrim(split_part(own, '.', 2), '0')) - length(split_part(own, '.', 2)) - 1 END;
    RETURN left(p_digits, CASE WHEN p_digits::numeric < 0 THEN 1 ELSE 0 END)
      || regexp_replace(figures, E'^(.)(.+)$', E'\\1.\\2') || 'e' || to_char(power, 'SGFM999');
  END IF;
  RETURN CASE WHEN size >= 1e-6 AND size < 1e21 THEN trim_scale(shortest::numeric)::text
    ELSE regexp_replace(shortest, 'e([+-])0*', E'e\\1') END;
END $$;

-- Whether an object's names stand in RFC 8785's order, each once.
-- Parameters: a JSON object
-- Result: boolean
-- Volatility: immutable
-- The order is that of UTF-16, where what lies beyond U+FFFF stands between U+D7FF and U+E000.
CREATE OR REPLACE FUNCTION log.has_ordered_names(value json) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(bool_and(n.follows), true)
  FROM (
    SELECT coalesce(k.name COLLATE "C" > lag(k.name) OVER () COLLATE "C", true) AS follows
    FROM (
      SELECT regexp_replace(o.name, E'([\\U00010000-\\U0010FFFF])', E'\uD7FF\\1', 'g') AS name
      FROM json_object_keys(value) o(name)) k) n
$$;

-- The same of a flat payload whose names are of ASCII alone, at a tenth of the price.
-- Parameters: text of which log.is_flat is true
-- Result: boolean; false where a name holds other characters
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.has_ordered_ascii_names(payload text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  pieces constant text[] := string_to_array(payload, '":'); -- each but the last ends with a name
  former text := '';
  name text;
BEGIN
  FOR place IN 1 .. cardinality(pieces) - 1 LOOP
    name := split_part(pieces[place], '"', -1);
    IF place > 1 AND name <= former COLLATE "C" OR octet_length(name) <> length(name) THEN
      RETURN false;
    END IF;
    former := name;
  END LOOP;
  RETURN true;
END $$;

-- Whether a payload is a flat object of short numbers without a backslash: each '":' in it ends a name, and
-- each '":"' begins a text, which goes to the next quote.
-- Parameters: the payload's text
-- Result: boolean
-- Volatility: immutable
-- This and the next are one expression each, so that they cost no call.
CREATE OR REPLACE FUNCTION log.is_flat(payload text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT left(payload, 1) = '{' AND octet_length(payload) <= 4194304 AND payload
    !~ E'\\\\|"[ \t\n\r]|":[[{]|[0-9.]{16}|[0-9][eE]|:-0[,}]|[.][0-9]*0[,}]|0[.]000000|"@sha256"'
$$;

-- Whether a flat payload has no blanks and no name twice. jsonb's text has a blank after each colon and each
-- comma, and each name once.
-- Parameters: text of which log.is_flat is true
-- Result: boolean
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.is_compact(payload text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT octet_length(payload::jsonb::text) = octet_length(payload)
    + greatest(octet_length(payload) - octet_length(replace(payload, '":', '')) - 1, 0)
$$;

-- Whether a part of a payload is so, at a depth.
-- Parameters: value; depth how many levels more are allowed
-- Result: boolean
-- SQLSTATEs: 22P05 for an escape that PostgreSQL doesn't read
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.is_plain(value json, depth integer) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  digits text;
BEGIN
  CASE json_typeof(value)
    WHEN 'object' THEN
      RETURN depth > 0 AND log.has_ordered_names(value) AND (
        SELECT octet_length(is_plain.value::text) = 2 + greatest(count(*) - 1, 0)
            + coalesce(sum(octet_length(to_json(m.key)::text) + 1 + octet_length(m.part::text)), 0)
          AND coalesce(bool_and(log.is_plain(m.part, depth - 1)), true)
        FROM json_each(is_plain.value) m(key, part));
    WHEN 'array' THEN
      RETURN depth > 0 AND (
        SELECT octet_length(is_plain.value::text) = 2 + greatest(count(*) - 1, 0)
            + coalesce(sum(octet_length(m.part::text)), 0)
          AND coalesce(bool_and(log.is_plain(m.part, depth - 1)), true)
        FROM json_array_elements(is_plain.value) m(part));
    WHEN 'number' THEN
      digits := value;
      -- What is longer, or has such an exponent, numeric itself can't hold.
      IF octet_length(digits) > 400 OR digits ~ '[eE][+-]?0*[1-9][0-9][0-9][0-9]' THEN
        RETURN false;
      END IF;
      RETURN coalesce(digits = log.canonical_number(digits), false);
    WHEN 'string' THEN
      RETURN value::text = to_json(value #>> '{}')::text;
    ELSE
      RETURN true;
  END CASE;
END $$;

-- Parameters: the payload's text
-- Result: boolean
-- SQLSTATEs: 22P02 for what is no JSON, 22P05 for an escape that PostgreSQL doesn't read, 54001 for JSON
--   nested too deep to be read at all
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.is_payload(payload text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF log.is_flat(payload) THEN
    RETURN log.is_compact(payload)
      AND (log.has_ordered_ascii_names(payload) OR log.has_ordered_names(payload::json));
  END IF;
  RETURN octet_length(payload) <= 4194304 AND left(payload, 1) = '{'
    AND strpos(payload, '"@sha256":') = 0 AND log.is_plain(payload::json, 100);
END $$;
