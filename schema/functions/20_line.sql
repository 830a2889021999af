-- Purpose: an event as the line that is hashed: RFC 8785 JSON, keys in order, no newline. Its bytes are
--   the leaf of the department's RFC 6962 tree. Key order, key names and the form of times are fixed.

-- A line of form 1, as events were appended before migration 6: texts and salt stand in it.
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

-- A line of form 2: the payload holds commitments to its texts, which stand beside the line, and of the
-- request's salt its SHA-256; the door is the login through which the actor came, null for their own.
-- Parameters: as log.line's; payload with commitments, of log.committed; salt, or its hash once erased
-- Result: text
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.line_2(
  actor text, causation text, command_id uuid, correlation uuid, department text, door text,
  occurred_at timestamptz, ordinal integer, payload text, "position" bigint,
  recorded_at timestamptz, request bytea, salt bytea, schema_version smallint, stream text,
  stream_version bigint, type text
) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT format(
    '{"actor":%s,"causation":%s,"commandId":"%s","correlation":%s,"department":"%s","door":%s,'
    '"form":2,"occurredAt":"%s","ordinal":%s,"payload":%s,"position":%s,"recordedAt":"%s",'
    '"request":"%s","salt":"%s","schemaVersion":%s,"stream":"%s","streamVersion":%s,"type":"%s"}',
    to_json(actor), coalesce(to_json(causation), 'null'::json), command_id,
    coalesce(to_json(correlation), 'null'::json), department,
    coalesce(to_json(door), 'null'::json),
    to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ordinal, payload,
    "position", to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    encode(request, 'hex'), encode(CASE octet_length(salt) WHEN 32 THEN salt ELSE sha256(salt) END, 'hex'),
    schema_version, stream, stream_version, type)
$$;

-- A stored event's line.
-- Parameters: $1 event row
-- Result: text
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.line(e log.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE e.form WHEN 1 THEN log.line(
    e.actor, e.causation, e.command_id, e.correlation, e.department, e.occurred_at, e.ordinal,
    e.payload, e."position", e.recorded_at, e.request, e.salt, e.schema_version, e.stream,
    e.stream_version, e.type)
  ELSE log.line_2(
    e.actor, e.causation, e.command_id, e.correlation, e.department, e.door, e.occurred_at, e.ordinal,
    log.committed('', e.payload, e.salts), e."position", e.recorded_at, e.request, e.salt,
    e.schema_version, e.stream, e.stream_version, e.type) END
$$;

-- The leaf that a stored event makes.
-- Parameters: $1 event row
-- Result: 32 bytes
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.leaf(e log.event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT sha256(E'\\x00' || convert_to(log.line(e), 'UTF8')) $$;
