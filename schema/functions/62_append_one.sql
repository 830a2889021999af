-- Purpose: append one event to the log of a department: the common command's way in. It does the
--   ordinary case in as few expressions as can be, since each is made ready anew in each
--   transaction, and leaves whatever else it meets to log.append, which appends or refuses.
-- Parameters: as log.append's, of one event that has neither causation nor correlation, and:
--   p_payload  as json, which its line quotes as it was sent
--   p_version  the version that the event gets: 1 begins a stream, n needs one at n - 1
--   p_salt     16 random bytes
--   p_request  SHA-256(p_salt || the command's content), instead of the content, which no column
--              keeps
-- Result: the event's position. Null, and nothing appended, for what is left to log.append: a
--   department's first event, long names, payloads with \u, a version that the stream hasn't
--   reached, a near_end past the end, the organization's events, a role taken on, a door told, all that is
--   malformed, of no listed type or not permitted, and everything on a server that has Citus: what its
--   one statement asks of the session, another server would answer.
-- SQLSTATEs: as log.append's; 23505 on a key of log.event for a known command or a stale version,
--   of which log.append tells more. ON CONFLICT would look into all three keys before each insert.
-- Volatility: volatile
-- Without SET enable_seqscan a few dozen departments would be read row by row for the one.
CREATE OR REPLACE FUNCTION log.append_one(
  p_department text, p_command uuid, p_salt bytea, p_request bytea, p_stream text,
  p_version bigint, p_type text, p_schema smallint, p_occurred timestamptz, p_payload json
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  near bigint;
  done bigint;
  -- As the line holds it, once texts are committed to.
  body text := p_payload;
  -- One text in a flat payload, as an action is: what log.salts and log.committed make of it is put
  -- together here, at a quarter of their price.
  flat constant boolean := log.is_flat(p_payload::text);
  pieces text[];
  word text;
  is_text boolean;
  words text;
  salt bytea;
  salts json;
  -- Never within INSERT … SELECT: see 04_distributed.sql.
  who constant text := session_user;
BEGIN
  IF current_setting('transaction_isolation') = 'read committed'
    -- No more than log.is_event allows; the type is looked up.
    AND p_stream ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'
    AND body !~ E'[\\n\\r]|\\\\u'
    AND octet_length(p_type || p_stream) <= 64
    AND octet_length(p_salt) = 16 AND octet_length(p_request) = 32
    AND p_schema >= 1
    AND p_occurred >= '0001-01-01T00:00:00Z'::timestamptz
    AND p_occurred < '10000-01-01T00:00:00Z'::timestamptz
    AND (CASE WHEN flat THEN log.is_compact(p_payload::text) AND log.has_ordered_ascii_names(p_payload::text)
      ELSE log.is_payload(p_payload::text) END)
    AND current_setting('role') = 'none'
    AND current_setting('citus.version', true) IS NULL
    AND current_setting('application_name') <> 'pdca assistant'
  THEN
    IF flat THEN
      pieces := string_to_array(body, '":"');
      IF cardinality(pieces) = 2 THEN
        word := split_part(pieces[1], '"', -1);
      END IF;
    END IF;
    SELECT d.near_end, EXISTS (
      SELECT 1 FROM payload_string s WHERE s.type = p_type AND s.place = word AND s.form IS NULL)
    INTO near, is_text FROM department d
    WHERE d.department = p_department AND EXISTS (
      SELECT 1 FROM event_type t
      WHERE t.type = p_type AND p_stream ~ t.stream_form AND p_schema <= t.versions AND NOT t.own
        AND t.stream_kind <> 'organization'
        -- As log.may; current_user is the owner here.
        AND (pg_has_role(session_user, current_user, 'USAGE') OR EXISTS (
          SELECT 1 FROM event_right r JOIN access a ON a.person = session_user
            AND a.department IN (p_department, '*') AND a.may IN (r.needs, 'any')
          WHERE r.type = t.type)))
    FOR NO KEY UPDATE;
  END IF;

  -- That the version isn't taken the key tells; that the one before it stands is looked up. Versions
  -- are dense: the first from it on is it. In order, since a plan made while the log is empty may
  -- else read another of the department's keys, and all of it.
  IF p_version <> 1 THEN
    SELECT near INTO near FROM event s
    WHERE s.department = p_department AND s.stream = p_stream AND s.stream_version >= p_version - 1
      AND near IS NOT NULL AND p_version > 1
    ORDER BY s.stream_version LIMIT 1;
  END IF;

  -- What is malformed is left to log.append, and not looked into here.
  IF near IS NOT NULL THEN
    IF is_text THEN
      words := split_part(pieces[2], '"', 1);
      salt := uuid_send(gen_random_uuid());
      salts := concat('{"/', word, '":"', encode(salt, 'hex'), '"}');
      body := concat(pieces[1], '":{"@sha256":"',
        encode(sha256(salt || convert_to(concat('/', word), 'UTF8') || E'\\x00' || convert_to(words, 'UTF8')), 'hex'),
        '"}', substr(pieces[2], length(words) + 2));
    ELSE
      salts := log.salts(p_type, p_payload);
      body := log.committed('', p_payload, salts);
    END IF;
  END IF;
  INSERT INTO event
  SELECT p_department, e."position", p_stream, p_version, p_type, p_schema, p_command, 0,
    p_request, NULL, NULL, who, p_occurred, e.recorded, p_payload,
    p_salt,
    sha256(E'\\x00' || convert_to(log.line_2(
      who, NULL, p_command, NULL, p_department, NULL, p_occurred, 0,
      body, e."position", e.recorded, p_request, p_salt, p_schema,
      p_stream, p_version, p_type), 'UTF8')),
    2, NULL, salts
  FROM (
    SELECT last."position" + 1 AS "position",
      greatest(clock_timestamp(), last.recorded_at) AS recorded
    FROM event last WHERE last.department = p_department AND last."position" >= near
    ORDER BY last."position" DESC LIMIT 1
  ) e
  RETURNING event."position" INTO done;

  -- Seldom, so that an old snapshot doesn't gather versions of the row.
  IF done - near >= 32 THEN
    UPDATE department d SET near_end = done WHERE d.department = p_department;
  END IF;
  RETURN done;
END $$;
