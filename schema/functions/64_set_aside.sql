-- Purpose: say that an event of a department's log, which nobody can apply, is passed over from now on.
--   The event stays where it is and as it is; that it is passed over is an event itself. One that can
--   be applied is applied all the same: nothing is hidden by this.
-- Parameters:
--   p_department, p_position  the event
--   p_reason   why
--   p_command  command id
-- Result: position of the EventSetAside appended
-- SQLSTATEs: PD003 unknown_department, PD004 wrong_isolation, PD014 not_excludable,
--   PD020 not_permitted, PD021 nobodys_login
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.set_aside(
  p_department text, p_position bigint, p_reason text, p_command uuid
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp SET standard_conforming_strings = on
AS $$
DECLARE
  e event;
  said event;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'set_aside runs in READ COMMITTED, not in %',
      current_setting('transaction_isolation') USING ERRCODE = 'PD004';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM department d WHERE d.department = p_department) THEN
    RAISE EXCEPTION 'department % has no log', p_department USING ERRCODE = 'PD003';
  END IF;
  PERFORM log.require(p_department, 'administer', 'set_aside');
  PERFORM FROM department d WHERE d.department = p_department FOR NO KEY UPDATE;
  SELECT * INTO e FROM event v WHERE v.department = p_department AND v."position" = p_position;
  IF NOT FOUND THEN
    RAISE EXCEPTION '%@% is not there', p_department, p_position USING ERRCODE = 'PD014';
  ELSIF e.stream IN ('redactions', 'exclusions') THEN
    RAISE EXCEPTION '%@% says what became of another event, and stays', p_department, p_position
      USING ERRCODE = 'PD014';
  ELSIF EXISTS (
    SELECT 1 FROM event v WHERE v.department = p_department AND v.stream = 'exclusions'
      AND CASE WHEN v.stream = 'exclusions' THEN v.payload ->> 'position' END = p_position::text)
  THEN
    RAISE EXCEPTION '%@% was set aside already', p_department, p_position USING ERRCODE = 'PD014';
  ELSIF (p_reason ~ '[^[:space:]]' AND octet_length(p_reason) <= 40000 AND p_command IS NOT NULL) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'setting %@% aside says why', p_department, p_position USING ERRCODE = 'PD014';
  END IF;

  SELECT v."position" + 1, greatest(clock_timestamp(), v.recorded_at)
  INTO said."position", said.recorded_at
  FROM event v WHERE v.department = p_department ORDER BY v."position" DESC LIMIT 1;
  said.department := p_department;
  said.stream := 'exclusions';
  SELECT coalesce(max(v.stream_version), 0) + 1 INTO said.stream_version FROM event v
  WHERE v.department = p_department AND v.stream = 'exclusions';
  said.type := 'EventSetAside';
  said.schema_version := 1;
  said.command_id := p_command;
  said.ordinal := 0;
  said.causation := p_department || '@' || p_position;
  said.actor := log.person();
  said.occurred_at := said.recorded_at;
  said.payload := '{"leafHash":"' || encode(e.leaf_hash, 'hex') || '","position":' || p_position
    || ',"reason":' || to_json(p_reason)::text || ',"type":' || to_json(e.type)::text || '}';
  said.salt := uuid_send(gen_random_uuid());
  said.request := sha256(said.salt || convert_to(said.payload::text, 'UTF8'));
  said.form := 2;
  said.door := log.door(said.actor);
  said.salts := log.salts(said.type, said.payload);
  said.leaf_hash := log.leaf(said);
  INSERT INTO event SELECT said.*;
  PERFORM log.unproject(p_department, false);
  -- What it gave, it gives no more.
  IF e.stream = 'organization' THEN
    PERFORM log.make_all_access();
  END IF;
  RETURN said."position";
END $$;
