-- Purpose: whether a payload keeps to one line, and to escapes that every reader can take.
--   RFC 8785 writes \u for control characters alone; \u0000 and lone surrogates are JSON that
--   PostgreSQL's own operators refuse to read.
-- Parameters: $1 payload, JSON text
-- Result: boolean, null for null
-- Volatility: immutable; inlined
CREATE OR REPLACE FUNCTION log.is_plain(payload text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN payload !~ E'[\\n\\r]' AND (
  strpos(payload, E'\\u') = 0
  OR payload !~ E'(?:^|[^\\\\])(?:\\\\\\\\)*\\\\u(?!00(?:0[1-9a-f]|1[0-9a-f]))');
