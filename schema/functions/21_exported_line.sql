-- Purpose: a stored event's line in an export. It is the leaf of the department's tree, except
--   where the event was redacted: then its own line is no longer the leaf, and tells it in leafHash.
-- Parameters: $1 event row
-- Result: text, RFC 8785 JSON without newline
-- Volatility: stable
-- What is searched for holds bare quotes, which no text before it can.
CREATE OR REPLACE FUNCTION log.exported_line(e log.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN octet_length(e.salt) > 0 THEN log.line(e) ELSE (
    SELECT overlay(
      own.line PLACING '","leafHash":"' || encode(e.leaf_hash, 'hex')
      FROM strpos(own.line, '","occurredAt":"') FOR 0)
    FROM (SELECT log.line(e) AS line) own) END
$$;
