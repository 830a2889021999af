-- Purpose: append many commands of one event each to one stream: an import's way in.
-- Parameters:
--   p_department; p_stream; p_version the version expected of it, 0 for one not yet begun
--   p_commands, p_contents, p_type, p_schema, p_occurred, p_payload: as append's, one each an event
-- Result: first and last position, recorded_at. No id may be in the log already: the caller
--   looks them up first, and the expected version keeps what it saw true.
-- SQLSTATEs: PD001 stale_version, PD003 unknown_department, PD004 wrong_isolation,
--   PD005 malformed_event, PD020 not_permitted, PD021 nobodys_login; 23505 on event_command_key for an id that stands already
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.append_batch(
  p_department text, p_stream text, p_version bigint, p_commands uuid[], p_contents text[],
  p_type text[], p_schema smallint[], p_occurred timestamptz[], p_payload text[],
  OUT first_position bigint, OUT last_position bigint, OUT recorded timestamptz
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  head bigint;
  version bigint;
  who constant text := log.person();
  through constant text := log.door(who);
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append runs in READ COMMITTED, not in %',
      current_setting('transaction_isolation') USING ERRCODE = 'PD004';
  END IF;
  IF (array_dims(p_payload) = '[1:' || cardinality(p_payload) || ']'
    AND cardinality(p_payload) <= 10000
    AND array_dims(p_commands) = array_dims(p_payload)
    AND array_dims(p_contents) = array_dims(p_payload)
    AND array_dims(p_type) = array_dims(p_payload)
    AND array_dims(p_schema) = array_dims(p_payload)
    AND array_dims(p_occurred) = array_dims(p_payload)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'a batch needs an event, and lists of equal length, of 10000 at most' USING ERRCODE = 'PD005';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM department d WHERE d.department = p_department) THEN
    RAISE EXCEPTION 'department % has no log', p_department USING ERRCODE = 'PD003';
  END IF;
  -- Before the lock and behind it, as append does.
  PERFORM log.require_types(p_department, p_type);
  PERFORM FROM department d WHERE d.department = p_department FOR NO KEY UPDATE;
  PERFORM log.require_types(p_department, p_type);
  -- max(…) might be planned over another of the department's keys, and read all of it.
  SELECT e.stream_version INTO version FROM event e
  WHERE e.department = p_department AND e.stream = p_stream
  ORDER BY e.stream_version DESC LIMIT 1;
  version := coalesce(version, 0);
  IF version IS DISTINCT FROM p_version THEN
    PERFORM log.refuse_stale(p_department, ARRAY[p_stream], ARRAY[p_version], ARRAY[version]);
  END IF;
  SELECT e."position", e.recorded_at INTO head, recorded FROM event e
  WHERE e.department = p_department ORDER BY e."position" DESC LIMIT 1;
  head := coalesce(head, 0);
  recorded := greatest(clock_timestamp(), recorded);

  INSERT INTO event
  SELECT p_department, head + a.place, p_stream, version + a.place, a.type, a.schema, a.command,
    0, a.request, NULL, NULL, who, a.occurred, recorded, a.body, a.salt,
    sha256(E'\\x00' || convert_to(log.line_2(
      who, NULL, a.command, NULL, p_department, through, a.occurred, 0,
      coalesce(a.flat, log.committed('', a.body, a.salts)), head + a.place, recorded, a.request, a.salt, a.schema, p_stream,
      version + a.place, a.type), 'UTF8')),
    2, through, a.salts
  FROM (
    SELECT g.*, sha256(g.salt || convert_to(g.content, 'UTF8')) AS request, c.body AS flat,
      coalesce(c.salts::json, log.salts(g.type, g.body)) AS salts
    FROM (
      SELECT u.*, u.payload::json AS body, uuid_send(gen_random_uuid()) AS salt
      FROM unnest(p_commands, p_contents, p_type, p_schema, p_occurred, p_payload)
        WITH ORDINALITY u(command, content, type, schema, occurred, payload, place)
      WHERE log.is_event(p_stream, u.type, u.schema, u.occurred, u.payload, false)
    ) g, LATERAL log.commit_flat(g.payload, ARRAY(
      SELECT s.place FROM payload_string s WHERE s.type = g.type AND s.form IS NULL)) c
    OFFSET 0 -- computes each request, and draws salts, once
  ) a;
  GET DIAGNOSTICS version = ROW_COUNT;
  IF version <> cardinality(p_payload) THEN
    RAISE EXCEPTION 'an event of the batch is malformed (see log.is_event)'
      USING ERRCODE = 'PD005';
  END IF;
  first_position := head + 1;
  last_position := head + version;
  IF p_stream = 'organization' THEN
    PERFORM log.take_in_organization(p_department, first_position);
  END IF;
  UPDATE department d SET near_end = last_position
  WHERE d.department = p_department
    AND d.near_end NOT BETWEEN last_position - 31 AND first_position - 1;
END $$;
