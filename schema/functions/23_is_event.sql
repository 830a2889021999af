-- Purpose: whether an event is one that the log takes.

-- Whether a line can be made of it and read again: names that need no quoting, a year of four digits,
-- a payload on one line.
-- Parameters: stream, type, schema version, when it was true, payload (JSON text)
-- Result: boolean, null where one of them is
-- Volatility: immutable
-- PL/pgSQL keeps the plan of its expression; in SQL this would be planned anew at each call.
CREATE OR REPLACE FUNCTION log.is_line(
  stream text, type text, schema_version smallint, occurred_at timestamptz, payload text
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  -- A bound such as {0,127} in these expressions would make them ten times slower.
  RETURN stream ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$' AND octet_length(stream) <= 128
    AND type ~ '^[A-Za-z][A-Za-z0-9]*$' AND octet_length(type) <= 64
    AND schema_version >= 1
    AND occurred_at >= '0001-01-01T00:00:00Z'::timestamptz
    AND occurred_at < '10000-01-01T00:00:00Z'::timestamptz
    AND strpos(payload, E'\n') = 0 AND strpos(payload, E'\r') = 0 AND (
      strpos(payload, E'\\u') = 0
      -- RFC 8785 writes \u for control characters alone; \u0000 and lone surrogates are JSON that
      -- PostgreSQL's own operators refuse to read.
      OR payload !~ E'(?:^|[^\\\\])(?:\\\\\\\\)*\\\\u(?!00(?:0[1-9a-f]|1[0-9a-f]))');
END $$;

-- Whether it has a type that is listed, in a stream of the type's kind and a version that is known,
-- and a payload that every reader can hold.
-- Parameters: as log.is_line's; p_own whether one of the log's own functions made it, null where it
--   may be either
-- Result: boolean, null where one of the five is
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_event(
  p_stream text, p_type text, p_schema smallint, p_occurred timestamptz, p_payload text,
  p_own boolean
) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN log.is_line(p_stream, p_type, p_schema, p_occurred, p_payload)
    AND log.is_payload(p_payload)
    AND EXISTS (
      SELECT FROM log.event_type t
      WHERE t.type = p_type AND p_stream ~ t.stream_form AND p_schema <= t.versions
        AND t.own = coalesce(p_own, t.own));
END $$;
