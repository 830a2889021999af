-- Purpose: append one event to the log of a department: the common command's way in. It does the
--   ordinary case in as few expressions as can be, since each is made ready anew in each
--   transaction, and leaves whatever else it meets to log.append, which appends or refuses.
-- Parameters: as log.append's, of one event; p_version is the version expected of p_stream
-- Result, SQLSTATEs, volatility: as log.append's
-- Left to log.append: a department's first event, long names, payloads with \u, a known command,
--   a stale version, and all that is malformed.
CREATE OR REPLACE FUNCTION log.append_one(
  p_department text, p_command uuid, p_content text, p_stream text, p_version bigint,
  p_type text, p_schema smallint, p_occurred timestamptz, p_payload text, p_causation text,
  p_correlation uuid,
  OUT first_position bigint, OUT last_position bigint, OUT recorded timestamptz,
  OUT repeated boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  PERFORM FROM department d
  WHERE d.department = p_department
    AND current_setting('transaction_isolation') = 'read committed'
    -- No more than log.is_event allows.
    AND p_type || ' ' || p_stream ~ '^[A-Za-z][A-Za-z0-9]* [A-Za-z0-9][A-Za-z0-9._-]*$'
    AND octet_length(p_type || p_stream) <= 64
    AND p_schema >= 1
    AND p_occurred >= '0001-01-01T00:00:00Z'::timestamptz
    AND p_occurred < '10000-01-01T00:00:00Z'::timestamptz
    AND p_payload !~ E'[\n\r]|\\\\u'
    AND p_type <> 'EventRedacted' AND p_stream <> 'redactions'
  FOR NO KEY UPDATE;

  INSERT INTO event
  SELECT p_department, e."position", p_stream, p_version + 1, p_type, p_schema, p_command, 0,
    e.request, p_causation, p_correlation, session_user, p_occurred, e.recorded, p_payload::json,
    e.salt,
    sha256(E'\\x00' || convert_to(log.line(
      session_user, p_causation, p_command, p_correlation, p_department, p_occurred, 0, p_payload,
      e."position", e.recorded, e.request, e.salt, p_schema, p_stream, p_version + 1, p_type),
      'UTF8'))
  FROM (
    SELECT t.*, sha256(t.salt || convert_to(p_content, 'UTF8')) AS request
    FROM (
      SELECT last."position" + 1 AS "position", uuid_send(gen_random_uuid()) AS salt,
        greatest(clock_timestamp(), last.recorded_at) AS recorded
      FROM event last WHERE last.department = p_department
      ORDER BY last."position" DESC LIMIT 1) t
    WHERE found
      AND NOT EXISTS (
        SELECT FROM event k WHERE k.department = p_department AND k.command_id = p_command)
      -- The bound keeps the index from reading a long stream's whole page.
      AND p_version = coalesce((
        SELECT s.stream_version FROM event s
        WHERE s.department = p_department AND s.stream = p_stream
          AND s.stream_version >= p_version
        ORDER BY s.stream_version DESC LIMIT 1), 0)
    OFFSET 0 -- computes the request once
  ) e
  RETURNING event."position", event."position", event.recorded_at, false
  INTO first_position, last_position, recorded, repeated;

  IF first_position IS NULL THEN
    SELECT a.first_position, a.last_position, a.recorded, a.repeated
    INTO first_position, last_position, recorded, repeated
    FROM log.append(
      p_department, p_command, p_content, ARRAY[p_stream], ARRAY[p_version], ARRAY[p_stream],
      ARRAY[p_type], ARRAY[p_schema], ARRAY[p_occurred], ARRAY[p_payload], p_causation,
      p_correlation) a;
  END IF;
END $$;
