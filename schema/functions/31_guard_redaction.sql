-- Purpose: allow one UPDATE of the log, a redaction: the texts and the salt of an event whose
--   EventRedacted the same transaction appended, and nothing else. There is no switch.
-- SQLSTATE: PD006 append_only
-- A row of this transaction bears its id as xmin, unless a savepoint gave it another: there a
-- redaction is refused.

-- Where the log is spread over servers, the guards stand on each part of the table, on its own server, and
-- look into that part: the relation that fired them, never log.event by its name.

-- The payload of the redaction that this transaction appended to a department's log, else null.
-- Parameters: p_department; p_events the part of log.event to look into, null for all of it
CREATE OR REPLACE FUNCTION log.own_redaction(p_department text, p_events regclass DEFAULT NULL)
RETURNS json
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  said json;
BEGIN
  EXECUTE format('SELECT l.payload FROM ('
    ' SELECT e.payload, e.xmin AS made_by FROM %s e'
    ' WHERE e.department = $1 AND e.stream = ''redactions'''
    ' ORDER BY e.stream_version DESC LIMIT 1) l'
    ' WHERE l.made_by = pg_current_xact_id()::xid', coalesce(p_events::text, 'log.event'))
  INTO said USING p_department;
  RETURN said;
END $$;

-- Whether this transaction appended a redaction to any log.
CREATE OR REPLACE FUNCTION log.is_redacting() RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = log, pg_temp
AS $$
BEGIN
  IF log.is_distributed() THEN
    RETURN EXISTS (SELECT 1 FROM redacting r WHERE r."transaction" = pg_current_xact_id());
  END IF;
  RETURN EXISTS (
    SELECT 1 FROM department d WHERE log.own_redaction(d.department) IS NOT NULL);
END $$;

CREATE OR REPLACE FUNCTION log.refuse_update() RETURNS trigger
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
BEGIN
  -- On a part of the table the guard of each row tells.
  IF TG_RELID = to_regclass('log.event') AND NOT log.is_redacting() THEN
    RAISE EXCEPTION 'UPDATE on log.event is refused: the log is append-only'
      USING ERRCODE = 'PD006', HINT = 'Record a correcting event instead.';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION log.refuse_but_redaction() RETURNS trigger
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
DECLARE
  said json := log.own_redaction(OLD.department, TG_RELID::regclass);
  kept log.event := NEW;
  bare constant log.event := NEW;
BEGIN
  kept.payload := OLD.payload;
  kept.salt := OLD.salt;
  kept.salts := OLD.salts;
  IF (kept *= OLD AND octet_length(OLD.salt) = 16 AND octet_length(NEW.salt) <> 16
    AND (said -> 'envelope' ->> 'position')::bigint = OLD."position"
    AND said ->> 'payloadHash' = encode(sha256(convert_to(NEW.payload::text, 'UTF8')), 'hex')
    AND log.is_redaction(OLD.type, '', OLD.payload::jsonb, NEW.payload::jsonb)
    AND CASE OLD.form WHEN 1 THEN NEW.salt = '' AND NEW.salts IS NULL
      ELSE log.leaf(bare) = OLD.leaf_hash AND NEW.salts::text
        = log.salts_left(OLD.salts, OLD.payload, NEW.payload)::text END) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'UPDATE of %@% is refused: it is not what its redaction says',
      OLD.department, OLD."position" USING ERRCODE = 'PD006';
  END IF;
  RETURN NEW;
END $$;
