-- Purpose: an event's line as exports hold it. In form 2 a last member, unhashed, holds what isn't hashed:
--   the request's salt, and texts with their salts by path; without it the bytes are the leaf's. In form 1
--   a redacted event's line bears its kept leaf, since what is left of it no longer makes it.
-- Parameters: $1 event row
-- Result: text
-- Volatility: stable
-- In form 1 the first such key is the envelope's: within a JSON string its quotes would be escaped.
CREATE OR REPLACE FUNCTION log.exported(e log.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN e.form = 2 THEN left(log.line(e), -1) || ',"unhashed":{"salt":"'
      || CASE octet_length(e.salt) WHEN 16 THEN encode(e.salt, 'hex') ELSE '' END
      || '","texts":{' || coalesce((
        SELECT string_agg(to_json(s.path) || ':{"salt":"' || s.salt || '","text":'
          || log.at_path(e.payload, s.path) || '}', ',' ORDER BY s.place)
        FROM json_each_text(e.salts) WITH ORDINALITY s(path, salt, place)
        WHERE length(s.salt) = 32), '') || '}}}'
    WHEN e.salt <> '' THEN log.line(e)
    ELSE regexp_replace(log.line(e), ',"occurredAt":',
      ',"leafHash":"' || encode(e.leaf_hash, 'hex') || '","occurredAt":') END
$$;
