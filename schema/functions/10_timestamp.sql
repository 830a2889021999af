-- Purpose: an instant as the exported line writes it.
-- Parameters: $1 instant
-- Result: text, UTC, always six fractional digits: 2026-11-22T00:10:01.000000Z
-- Volatility: immutable (independent of TimeZone and DateStyle)
CREATE OR REPLACE FUNCTION log.timestamp_text(timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
