-- Purpose: whether an event is well-formed: names that need no quoting in its line, a year that
--   the line can write, a payload on one line. Redactions come in by log.redact alone.
-- Parameters: stream, type, schema version, when it was true, payload (JSON text)
-- Result: boolean, null where one of them is
-- Volatility: immutable
-- PL/pgSQL keeps the plan of its expression; in SQL this would be planned anew at each call.
CREATE OR REPLACE FUNCTION log.is_event(
  stream text, type text, schema_version smallint, occurred_at timestamptz, payload text
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  -- A bound such as {0,127} in these expressions would make them ten times slower.
  RETURN stream ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$' AND octet_length(stream) <= 128
    AND type ~ '^[A-Za-z][A-Za-z0-9]*$' AND octet_length(type) <= 64
    AND type <> 'EventRedacted' AND stream <> 'redactions'
    AND schema_version >= 1
    AND occurred_at >= '0001-01-01T00:00:00Z'::timestamptz
    AND occurred_at < '10000-01-01T00:00:00Z'::timestamptz
    AND strpos(payload, E'\n') = 0 AND strpos(payload, E'\r') = 0 AND (
      strpos(payload, E'\\u') = 0
      -- RFC 8785 writes \u for control characters alone; \u0000 and lone surrogates are JSON that
      -- PostgreSQL's own operators refuse to read.
      OR payload !~ E'(?:^|[^\\\\])(?:\\\\\\\\)*\\\\u(?!00(?:0[1-9a-f]|1[0-9a-f]))');
END $$;
