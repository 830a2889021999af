-- Purpose: free texts of a payload beside the line that is hashed, which holds a commitment to each:
--   SHA-256(salt || path || 0x00 || text), the path being its JSON pointer (RFC 6901) in the payload.
--   A text and its salt can be erased, and the line still be made.

-- A salt of its own for each text that a redaction may erase.
-- Parameters: the event's type; its payload
-- Result: json without blanks, {"/title":"<32 hexadecimal digits>"}, by path
-- Volatility: volatile, since salts are random
-- What is stated of a string's place answers for nearly all, at a tenth of log.is_erasable's price; and
-- nearly all payloads are flat.
CREATE OR REPLACE FUNCTION log.salts(p_type text, p_payload json) RETURNS json
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
  IF octet_length(p_payload::text) - octet_length(translate(p_payload::text, '[{/~', '')) = 1 THEN
    RETURN (
      SELECT '{' || coalesce(string_agg(
          to_json('/' || m.key) || ':"' || encode(uuid_send(gen_random_uuid()), 'hex') || '"', ','
          ORDER BY m.key COLLATE "C"), '') || '}'
      FROM json_each(p_payload) m
        LEFT JOIN log.payload_string s ON s.type = p_type AND s.place = m.key
        LEFT JOIN log.string_form f ON f.form = s.form
      WHERE left(m.value::text, 1) = '"' AND CASE
        WHEN s.form IS NULL AND s.place IS NOT NULL THEN true
        WHEN m.value #>> '{}' ~ f.kept AND octet_length(m.value::text) <= 65 THEN false
        ELSE log.is_erasable(p_type, m.key, m.value #>> '{}') END)::json;
  END IF;
  RETURN (
    WITH RECURSIVE part (place, path, value) AS (
      SELECT m.key, '/' || replace(replace(m.key, '~', '~0'), '/', '~1'), m.value
      FROM json_each(p_payload) m
      UNION ALL
      SELECT i.place, i.path, i.value
      FROM part p, LATERAL (
        SELECT p.place || '.' || m.key AS place,
          p.path || '/' || replace(replace(m.key, '~', '~0'), '/', '~1') AS path, m.value
        FROM json_each(CASE json_typeof(p.value) WHEN 'object' THEN p.value ELSE '{}' END) m
        UNION ALL
        SELECT p.place, p.path || '/' || a.place - 1, a.value
        FROM json_array_elements(CASE json_typeof(p.value) WHEN 'array' THEN p.value ELSE '[]' END)
          WITH ORDINALITY a(value, place)) i
      WHERE json_typeof(p.value) IN ('object', 'array')
    )
    SELECT '{' || coalesce(string_agg(
        to_json(p.path) || ':"' || encode(uuid_send(gen_random_uuid()), 'hex') || '"', ','
        ORDER BY p.path COLLATE "C"), '') || '}'
    FROM part p
      LEFT JOIN log.payload_string s ON s.type = p_type AND s.place = p.place
      LEFT JOIN log.string_form f ON f.form = s.form
    WHERE json_typeof(p.value) = 'string' AND CASE
      WHEN s.form IS NULL AND s.place IS NOT NULL THEN true
      WHEN p.value #>> '{}' ~ f.kept AND octet_length(p.value::text) <= 65 THEN false
      ELSE log.is_erasable(p_type, p.place, p.value #>> '{}') END)::json;
END $$;

-- The commitment to a text.
-- Parameters: its salt, in hexadecimal; its path; the text
-- Result: 64 hexadecimal digits
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.commitment(p_salt text, p_path text, p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT encode(sha256(
    decode(p_salt, 'hex') || convert_to(p_path, 'UTF8') || E'\\x00' || convert_to(p_text, 'UTF8')), 'hex')
$$;

-- A payload, or a part of it, as a line of form 2 holds it: {"@sha256":"<commitment>"} for each text.
-- Parameters: p_path of the part, '' for all of it; the part; the payload's salts
-- Result: RFC 8785 text, where the part is
-- Volatility: stable: what is labeled immutable is computed while a statement is planned, even for a
-- payload that is refused and that json_each can't read
CREATE OR REPLACE FUNCTION log.committed(p_path text, p_part json, p_salts json) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  salt text;
BEGIN
  CASE json_typeof(p_part)
    WHEN 'string' THEN
      salt := p_salts ->> p_path;
      IF salt IS NULL THEN
        RETURN p_part;
      ELSIF length(salt) = 32 THEN
        salt := log.commitment(salt, p_path, p_part #>> '{}');
      END IF;
      RETURN '{"@sha256":"' || salt || '"}';
    WHEN 'object' THEN
      RETURN (
        SELECT '{' || coalesce(string_agg(
            to_json(m.key) || ':' || CASE WHEN left(m.value::text, 1) IN ('"', '{', '[')
              THEN log.committed(p_path || '/' || replace(replace(m.key, '~', '~0'), '/', '~1'), m.value, p_salts)
              ELSE m.value::text END, ',' ORDER BY m.place), '') || '}'
        FROM json_each(p_part) WITH ORDINALITY m(key, value, place));
    WHEN 'array' THEN
      RETURN (
        SELECT '[' || coalesce(string_agg(
            log.committed(p_path || '/' || m.place - 1, m.value, p_salts), ',' ORDER BY m.place), '') || ']'
        FROM json_array_elements(p_part) WITH ORDINALITY m(value, place));
    ELSE
      RETURN p_part;
  END CASE;
END $$;

-- What stands at a path.
-- Parameters: the payload; a JSON pointer, of one name at least
-- Result: json; null where nothing is
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.at_path(p_payload json, p_path text) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT p_payload #> (
    SELECT array_agg(replace(replace(n.name, '~1', '/'), '~0', '~') ORDER BY n.place)
    FROM regexp_split_to_table(substr(p_path, 2), '/') WITH ORDINALITY n(name, place))
$$;

-- The salts that are left of a payload when texts of it were erased.
-- Parameters: its salts; the payload before and after
-- Result: json as log.salts makes it, of erased texts their commitment instead; null without salts
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.salts_left(p_salts json, before json, after json) RETURNS json
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT ('{' || coalesce(string_agg(to_json(s.path) || ':"' || CASE
      WHEN length(s.salt) = 64 OR log.at_path(before, s.path) #>> '{}' = log.at_path(after, s.path) #>> '{}'
      THEN s.salt ELSE log.commitment(s.salt, s.path, log.at_path(before, s.path) #>> '{}') END || '"',
    ',' ORDER BY s.place), '') || '}')::json
  FROM json_each_text(p_salts) WITH ORDINALITY s(path, salt, place)
$$;
