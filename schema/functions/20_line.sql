-- Purpose: an event as its exported line: RFC 8785 JSON, keys in order, no newline.
--   The bytes are the leaf of the department's RFC 6962 tree. Key order, key names
--   and the form of times are fixed with the first migration.
-- Parameters: the event's columns, in the order of the line's keys
-- Result: text. Absent causation and correlation are null.
-- Volatility: stable (to_json and to_char are); a stable body is inlined, an immutable label
--   would forbid it
-- Columns in which log.is_event allows no character that JSON escapes are quoted as they are.
-- format costs an append less than concat, and that less than a chain of ||: an expression is made
-- ready anew in each transaction, at a price for each operator and argument. It leaves nulls out,
-- which no other column may hold.
CREATE OR REPLACE FUNCTION log.line(
  actor text, causation text, command_id uuid, correlation uuid, department text,
  occurred_at timestamptz, ordinal integer, payload json, "position" bigint,
  recorded_at timestamptz, request bytea, salt bytea, schema_version smallint, stream text,
  stream_version bigint, type text
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT format(
    '{"actor":%s,"causation":%s,"commandId":"%s","correlation":%s,"department":"%s",'
    '"occurredAt":"%s","ordinal":%s,"payload":%s,"position":%s,"recordedAt":"%s","request":"%s",'
    '"salt":"%s","schemaVersion":%s,"stream":"%s","streamVersion":%s,"type":"%s"}',
    to_json(actor), coalesce(to_json(causation), 'null'::json), command_id,
    coalesce(to_json(correlation), 'null'::json), department,
    to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ordinal, payload,
    "position", to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    encode(request, 'hex'), encode(salt, 'hex'), schema_version, stream, stream_version, type)
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
    e.payload, e."position", e.recorded_at, e.request, e.salt, e.schema_version, e.stream,
    e.stream_version, e.type)
$$;
