-- Purpose: a stored event as a CloudEvents 1.0 event in the JSON format, RFC 8785, on one line.
-- Parameters: e event row; p_source what the event's source begins with, a URI reference
-- Result: text. Absent causation, correlation and door are left out; redacted stands where it is true.
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.cloud_event(e log.event, p_source text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT '{"actor":' || to_json(e.actor)::text
    || coalesce(',"causationid":' || to_json(e.causation)::text, '')
    || ',"commandid":"' || e.command_id::text
    || coalesce('","correlationid":"' || e.correlation::text, '')
    || '","data":' || e.payload::text
    || ',"datacontenttype":"application/json"'
    || ',"dataschema":"urn:pdca:event:' || e.type || ':' || e.schema_version::text
    || coalesce('","door":' || to_json(e.door)::text, '"')
    || ',"id":"' || e.department || '@' || e."position"::text
    || '","leafhash":"' || encode(e.leaf_hash, 'hex')
    || '","ordinal":' || e.ordinal::text
    || ',"partitionkey":"' || e.department
    || '","recordedat":"' || log.timestamp_text(e.recorded_at)
    || CASE WHEN octet_length(e.salt) <> 16 THEN '","redacted":true' ELSE '"' END
    || ',"sequence":"' || lpad(e."position"::text, 19, '0')
    || '","source":' || to_json(p_source || '/' || e.department)::text
    || ',"specversion":"1.0","streamversion":' || e.stream_version::text
    || ',"subject":"' || e.stream
    || '","time":"' || log.timestamp_text(e.occurred_at)
    || '","type":"pdca.' || e.type || '"}'
$$;
