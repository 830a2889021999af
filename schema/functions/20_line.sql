-- Purpose: an event as its exported line: RFC 8785 JSON, keys in order, no newline.
--   The bytes are the leaf of the department's RFC 6962 tree. Key order, key names
--   and the form of times are fixed with the first migration.
-- Parameters: the event's columns, in the order of the line's keys
-- Result: text. Absent causation and correlation are null.
-- Volatility: stable (to_json and to_char are); a stable body is inlined, an immutable label
--   would forbid it
-- Columns in which log.is_event allows no character that JSON escapes are quoted as they are.
-- concat costs an append less than a chain of ||: an expression is made ready anew in each
-- transaction, at a price for each operator. It skips nulls, which no other column may hold.
CREATE OR REPLACE FUNCTION log.line(
  actor text, causation text, command_id uuid, correlation uuid, department text,
  occurred_at timestamptz, ordinal integer, payload text, "position" bigint,
  recorded_at timestamptz, request bytea, salt bytea, schema_version smallint, stream text,
  stream_version bigint, type text
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT concat(
    '{"actor":', to_json(actor),
    ',"causation":', coalesce(to_json(causation)::text, 'null'),
    ',"commandId":"', command_id,
    '","correlation":', coalesce('"' || correlation::text || '"', 'null'),
    ',"department":"', department,
    '","occurredAt":"', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    '","ordinal":', ordinal,
    ',"payload":', payload,
    ',"position":', "position",
    ',"recordedAt":"', to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    '","request":"', encode(request, 'hex'),
    '","salt":"', encode(salt, 'hex'),
    '","schemaVersion":', schema_version,
    ',"stream":"', stream,
    '","streamVersion":', stream_version,
    ',"type":"', type, '"}')
$$;

-- Purpose: a stored event's exported line.
-- Parameters: $1 event row
-- Result: text
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.line(e log.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT log.line(
    e.actor, e.causation, e.command_id, e.correlation, e.department, e.occurred_at, e.ordinal,
    e.payload::text, e."position", e.recorded_at, e.request, e.salt, e.schema_version, e.stream,
    e.stream_version, e.type)
$$;
