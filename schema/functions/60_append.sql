-- Purpose: append events to one department's log. With append_one, which leaves to it all that isn't
--   ordinary, and append_batch the only way in for members; log.redact appends for administrators,
--   and log.import fills an empty log.
-- Parameters:
--   p_department  code of the department
--   p_command     command id
--   p_content     the command's content, RFC 8785 text
--   p_streams     streams whose version is expected, each once
--   p_versions    the version expected of each, 0 for a stream not yet begun
--   p_stream      stream of each event, one of p_streams; one event at least, and 10,000 at most
--   p_type        type name of each event
--   p_schema      schema version of each event
--   p_occurred    when each was true
--   p_payload     RFC 8785 text of each event; see log.is_event
--   p_causation   event reference or null, for all
--   p_correlation id or null, for all
-- Result: first and last position, recorded_at, and whether this is a repetition.
--   A repeated command id with the same content answers with its first result.
-- SQLSTATEs: PD001 stale_version (DETAIL: stream, expected, found), PD002 command_reused,
--   PD003 unknown_department, PD004 wrong_isolation, PD005 malformed_event, PD020 not_permitted,
--   PD021 nobodys_login
-- Volatility: volatile
-- Each statement of a READ COMMITTED transaction sees what was committed before it, so that
-- what is read after the row lock is the department's true end. Few statements, since each
-- costs more than the row it handles.
CREATE OR REPLACE FUNCTION log.append(
  p_department text, p_command uuid, p_content text, p_streams text[], p_versions bigint[],
  p_stream text[], p_type text[], p_schema smallint[], p_occurred timestamptz[],
  p_payload text[], p_causation text, p_correlation uuid,
  OUT first_position bigint, OUT last_position bigint, OUT recorded timestamptz,
  OUT repeated boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  head bigint;
  near bigint;
  command_known boolean;
  versions bigint[];
  which integer;
  version bigint;
  event_salt bytea;
  event_request bytea;
  body json;
  event_salts json;
  who constant text := log.person();
  through constant text := log.door(who);
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append runs in READ COMMITTED, not in %',
      current_setting('transaction_isolation') USING ERRCODE = 'PD004';
  END IF;
  IF (p_command IS NOT NULL AND p_content IS NOT NULL
    AND coalesce(p_causation, 'D@1') ~ '^[A-Za-z][A-Za-z0-9-]*@[1-9][0-9]*$'
    AND octet_length(coalesce(p_causation, '')) <= 64
    AND cardinality(p_streams) <= 10000 AND cardinality(p_payload) <= 10000
    AND array_dims(p_streams) = '[1:' || cardinality(p_streams) || ']'
    AND array_dims(p_versions) = array_dims(p_streams)
    AND array_dims(p_payload) = '[1:' || cardinality(p_payload) || ']'
    AND array_dims(p_stream) = array_dims(p_payload)
    AND array_dims(p_type) = array_dims(p_payload)
    AND array_dims(p_schema) = array_dims(p_payload)
    AND array_dims(p_occurred) = array_dims(p_payload)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'an append needs a command, a stream, an event, and lists of equal length, of 10000 at most'
      USING ERRCODE = 'PD005';
  END IF;
  -- Before the lock, so that nobody holds it who may not write there; and again behind it, since rights
  -- may have been taken while it was waited for.
  IF NOT EXISTS (SELECT 1 FROM department d WHERE d.department = p_department) THEN
    RAISE EXCEPTION 'department % has no log', p_department USING ERRCODE = 'PD003';
  END IF;
  PERFORM log.require_types(p_department, p_type);
  SELECT d.near_end INTO near FROM department d
  WHERE d.department = p_department FOR NO KEY UPDATE;

  SELECT t."position", t.recorded_at,
    EXISTS (
      SELECT 1 FROM event e WHERE e.department = p_department AND e.command_id = p_command),
    (SELECT e.stream_version FROM event e
     WHERE e.department = p_department AND e.stream = p_streams[1]
     ORDER BY e.stream_version DESC LIMIT 1)
  INTO head, recorded, command_known, version
  FROM (VALUES (1)) v LEFT JOIN LATERAL (
    SELECT e."position", e.recorded_at FROM event e
    WHERE e.department = p_department ORDER BY e."position" DESC LIMIT 1) t ON true;
  head := coalesce(head, 0);
  recorded := greatest(clock_timestamp(), recorded);

  IF command_known THEN
    SELECT r.first_position, r.last_position, r.recorded_at, true
    INTO first_position, last_position, recorded, repeated
    FROM first_result(p_department, p_command, p_content) r;
    RETURN;
  END IF;
  PERFORM log.require_types(p_department, p_type);
  versions[1] := coalesce(version, 0);
  FOR i IN 2 .. cardinality(p_streams) LOOP
    SELECT e.stream_version INTO version FROM event e
    WHERE e.department = p_department AND e.stream = p_streams[i]
    ORDER BY e.stream_version DESC LIMIT 1;
    versions[i] := coalesce(version, 0);
  END LOOP;
  IF versions IS DISTINCT FROM p_versions THEN
    PERFORM log.refuse_stale(p_department, p_streams, p_versions, versions);
  END IF;

  FOR i IN 1 .. cardinality(p_payload) LOOP
    which := array_position(p_streams, p_stream[i]);
    IF which IS NULL
      OR log.is_event(p_stream[i], p_type[i], p_schema[i], p_occurred[i], p_payload[i], false)
        IS NOT TRUE
    THEN
      RAISE EXCEPTION
        'event % is malformed (see log.is_event), or of a stream without expected version', i
        USING ERRCODE = 'PD005';
    END IF;
    body := p_payload[i]::json;
    version := versions[which] + 1;
    versions[which] := version;
    event_salt := uuid_send(gen_random_uuid());
    event_request := sha256(event_salt || convert_to(p_content, 'UTF8'));
    event_salts := log.salts(p_type[i], body);
    INSERT INTO event VALUES (
      p_department, head + i, p_stream[i], version, p_type[i], p_schema[i], p_command,
      i - 1, event_request, p_causation, p_correlation, who, p_occurred[i],
      recorded, body, event_salt,
      sha256(E'\\x00' || convert_to(log.line_2(
        who, p_causation, p_command, p_correlation, p_department, through, p_occurred[i],
        i - 1, log.committed('', body, event_salts), head + i, recorded, event_request, event_salt,
        p_schema[i], p_stream[i], version, p_type[i]), 'UTF8')),
      2, through, event_salts);
  END LOOP;
  first_position := head + 1;
  last_position := head + cardinality(p_payload);
  repeated := false;
  IF 'organization' = ANY (p_stream) THEN
    PERFORM log.take_in_organization(p_department, first_position);
  END IF;
  -- Seldom, so that an old snapshot doesn't gather versions of the row; at once where a restored or
  -- rewritten log ended before it.
  IF near NOT BETWEEN last_position - 31 AND head THEN
    UPDATE department d SET near_end = last_position WHERE d.department = p_department;
  END IF;
END $$;
