-- Purpose: an event's line as exports hold it. A redacted event's bears its kept leaf, since what
--   is left of it no longer makes it.
-- Parameters: $1 event row
-- Result: text; of an event that wasn't redacted, log.line of it
-- Volatility: stable
-- The first such key is the envelope's: within a JSON string its quotes would be escaped.
CREATE OR REPLACE FUNCTION log.exported(e log.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN e.salt <> '' THEN log.line(e) ELSE
    regexp_replace(log.line(e), ',"occurredAt":',
      ',"leafHash":"' || encode(e.leaf_hash, 'hex') || '","occurredAt":')
  END
$$;
