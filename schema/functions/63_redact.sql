-- Purpose: erase texts and salts of an event, for personal data or secrets. Its envelope and its leaf
--   stay, so that streams fold and the tree verifies; of form 2 the leaf is still made of what is left.
--   That it was done is an event.
-- Parameters:
--   p_department, p_position  the event
--   p_payload  RFC 8785 text: its payload, texts replaced by [redacted]; see log.is_redaction
--   p_reason   why
--   p_command  command id
-- Result: position of the EventRedacted appended, recorded
-- SQLSTATEs: PD003 unknown_department, PD004 wrong_isolation, PD010 not_redactable,
--   PD020 not_permitted, PD021 nobodys_login
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.redact(
  p_department text, p_position bigint, p_payload text, p_reason text, p_command uuid,
  OUT redaction bigint, OUT recorded timestamptz
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp SET standard_conforming_strings = on
AS $$
DECLARE
  e event;
  bare event;
  said event;
  left_salt bytea;
  left_salts json;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'redact runs in READ COMMITTED, not in %',
      current_setting('transaction_isolation') USING ERRCODE = 'PD004';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM department d WHERE d.department = p_department) THEN
    RAISE EXCEPTION 'department % has no log', p_department USING ERRCODE = 'PD003';
  END IF;
  PERFORM log.require(p_department, 'administer', 'redact');
  PERFORM FROM department d WHERE d.department = p_department FOR NO KEY UPDATE;
  SELECT * INTO e FROM event v WHERE v.department = p_department AND v."position" = p_position;
  IF NOT FOUND THEN
    RAISE EXCEPTION '%@% is not there', p_department, p_position USING ERRCODE = 'PD010';
  ELSIF octet_length(e.salt) <> 16 THEN
    RAISE EXCEPTION '%@% was redacted already', p_department, p_position USING ERRCODE = 'PD010';
  ELSIF (p_reason ~ '[^[:space:]]' AND octet_length(p_reason) <= 40000 AND strpos(p_payload, E'\n') = 0 AND strpos(p_payload, E'\r') = 0
    AND p_payload <> e.payload::text
    AND log.is_redaction(e.type, '', e.payload::jsonb, p_payload::jsonb)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'a redaction of %@% erases texts, nothing else, and says why', p_department,
      p_position USING ERRCODE = 'PD010';
  END IF;

  SELECT v."position" + 1, greatest(clock_timestamp(), v.recorded_at) INTO redaction, recorded
  FROM event v WHERE v.department = p_department ORDER BY v."position" DESC LIMIT 1;
  said.department := p_department;
  said."position" := redaction;
  said.stream := 'redactions';
  SELECT coalesce(max(v.stream_version), 0) + 1 INTO said.stream_version FROM event v
  WHERE v.department = p_department AND v.stream = 'redactions';
  said.type := 'EventRedacted';
  said.schema_version := 1;
  said.command_id := p_command;
  said.ordinal := 0;
  said.causation := p_department || '@' || p_position;
  said.actor := log.person();
  said.occurred_at := recorded;
  said.recorded_at := recorded;
  bare := e;
  bare.payload := 'null';
  bare.salt := CASE e.form WHEN 1 THEN '' ELSE e.salt END;
  said.payload := '{"envelope":' || log.line(bare)
    || ',"leafHash":"' || encode(e.leaf_hash, 'hex')
    || '","payloadHash":"' || encode(sha256(convert_to(p_payload, 'UTF8')), 'hex')
    || '","reason":' || to_json(p_reason)::text || '}';
  said.salt := uuid_send(gen_random_uuid());
  said.request := sha256(said.salt || convert_to(said.payload::text, 'UTF8'));
  said.form := 2;
  said.door := log.door(said.actor);
  said.salts := log.salts(said.type, said.payload);
  said.leaf_hash := log.leaf(said);
  INSERT INTO event SELECT said.*;
  INSERT INTO redacting ("transaction") VALUES (pg_current_xact_id());
  left_salt := CASE e.form WHEN 1 THEN ''::bytea ELSE sha256(e.salt) END;
  left_salts := log.salts_left(e.salts, e.payload, p_payload::json);
  UPDATE event v SET payload = p_payload::json, salt = left_salt, salts = left_salts
  WHERE v.department = p_department AND v."position" = p_position;
  -- Reports that show the text go with it, and so do read models until they are made anew.
  PERFORM kept.forget(e.payload, p_payload::json);
  PERFORM log.unproject(p_department, true);
  DELETE FROM redacting;
END $$;
