-- Purpose: append one event to the log of a department: the common command's way in. It does the
--   ordinary case in as few expressions as can be, since each is made ready anew in each
--   transaction, and leaves whatever else it meets to log.append, which appends or refuses.
-- Parameters: as log.append's, of one event; p_version is the version expected of p_stream
-- Result, volatility: as log.append's
-- SQLSTATEs: as log.append's; 23505 on a key of log.event for a known command or a stale version,
--   of which log.append tells more: the caller asks it next. ON CONFLICT would look into all three
--   keys before each insert.
-- Left to log.append: a department's first event, long names, payloads with \u, a version that the
--   stream hasn't reached, a near_end past the end, and all that is malformed.
-- Without SET enable_seqscan a few dozen departments would be read row by row for the one.
CREATE OR REPLACE FUNCTION log.append_one(
  p_department text, p_command uuid, p_content text, p_stream text, p_version bigint,
  p_type text, p_schema smallint, p_occurred timestamptz, p_payload text, p_causation text,
  p_correlation uuid
) RETURNS log.appended
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  done log.appended; -- a named type, since a result of OUT parameters is described anew each time
  near bigint;
  made_salt bytea := uuid_send(gen_random_uuid());
BEGIN
  IF current_setting('transaction_isolation') = 'read committed'
    -- No more than log.is_event allows. One expression, since each costs more than what it reads;
    -- the line breaks between its parts can't be in any of them.
    AND concat_ws(E'\n', p_type, p_stream, p_payload)
      ~ '^[A-Za-z][A-Za-z0-9]*\n[A-Za-z0-9][A-Za-z0-9._-]*\n(?:[^\n\r\\]|\\[^\n\ru])+$'
    AND octet_length(p_type || p_stream) <= 64
    AND p_schema >= 1
    AND p_occurred >= '0001-01-01T00:00:00Z'::timestamptz
    AND p_occurred < '10000-01-01T00:00:00Z'::timestamptz
    AND p_type <> 'EventRedacted' AND p_stream <> 'redactions'
  THEN
    SELECT d.near_end INTO near FROM department d
    WHERE d.department = p_department FOR NO KEY UPDATE;
  END IF;

  -- That nothing follows the version expected the key tells; that it stands is looked up.
  IF p_version <> 0 THEN
    SELECT greatest(near, s."position") INTO near FROM event s
    WHERE s.department = p_department AND s.stream = p_stream AND s.stream_version = p_version
      AND near IS NOT NULL;
  END IF;

  INSERT INTO event
  SELECT p_department, e."position", p_stream, p_version + 1, p_type, p_schema, p_command, 0,
    e.request, p_causation, p_correlation, session_user, p_occurred, e.recorded, p_payload::json,
    made_salt,
    sha256(E'\\x00' || convert_to(log.line(
      session_user, p_causation, p_command, p_correlation, p_department, p_occurred, 0, p_payload,
      e."position", e.recorded, e.request, made_salt, p_schema, p_stream, p_version + 1, p_type),
      'UTF8'))
  FROM (
    SELECT last."position" + 1 AS "position",
      greatest(clock_timestamp(), last.recorded_at) AS recorded,
      sha256(made_salt || convert_to(p_content, 'UTF8')) AS request
    FROM event last WHERE last.department = p_department AND last."position" >= near
    ORDER BY last."position" DESC LIMIT 1
  ) e
  RETURNING event."position", event."position", event.recorded_at, false
  INTO done;

  IF done.first_position - near < 128 THEN
    RETURN done;
  ELSIF done.first_position IS NOT NULL THEN
    UPDATE department d SET near_end = done.first_position WHERE d.department = p_department;
  ELSE
    SELECT a.first_position, a.last_position, a.recorded, a.repeated
    INTO done
    FROM log.append(
      p_department, p_command, p_content, ARRAY[p_stream], ARRAY[p_version], ARRAY[p_stream],
      ARRAY[p_type], ARRAY[p_schema], ARRAY[p_occurred], ARRAY[p_payload], p_causation,
      p_correlation) a;
  END IF;
  RETURN done;
END $$;
