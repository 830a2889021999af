-- Purpose: what makes a database a reporting server's, whose log comes by logical replication alone: triggers
--   that refuse whatever else would write, and triggers of the apply worker that do here what the functions
--   that append do at the primary. They stand where log.upstream has its row.

-- Refuses what would be written here and not at the primary.
-- SQLSTATE: PD030 on_replica (DETAIL: the primary)
-- Not fired for the apply worker, whose session_replication_role is replica.
CREATE OR REPLACE FUNCTION log.refuse_on_replica() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  primary_place text := (SELECT u.place FROM upstream u);
BEGIN
  IF primary_place IS NOT NULL THEN
    RAISE EXCEPTION '% on %.% is refused: this is a reporting server, whose log comes from %', TG_OP,
      TG_TABLE_SCHEMA, TG_TABLE_NAME, primary_place
      USING ERRCODE = 'PD030', DETAIL = primary_place, HINT = 'Record it at the primary.';
  END IF;
  RETURN NULL;
END $$;

-- Takes in the organization's events that came since rights were last made from them.
-- Result: nothing; the next call goes on where there is no head department yet
-- Volatility: volatile
-- The row's lock lets the copies of departments and of events, which come side by side, wait for each other.
CREATE OR REPLACE FUNCTION log.take_in_replicated() RETURNS void
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
DECLARE
  taken bigint;
  last bigint;
  main text;
BEGIN
  SELECT u.organization_at INTO taken FROM upstream u FOR UPDATE;
  SELECT d.department INTO main FROM department d WHERE d.head;
  SELECT e."position" INTO last FROM event e
  WHERE e.department = main AND e.stream = 'organization' ORDER BY e.stream_version DESC LIMIT 1;
  IF last > taken THEN
    PERFORM log.take_in_organization(main, taken + 1);
    UPDATE upstream SET organization_at = last;
  END IF;
END $$;

-- After a replicated event came in: rights, what was set aside, and a hint to followers.
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.after_replicated_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
BEGIN
  PERFORM pg_notify('pdca_log', NEW.department);
  IF NEW.stream = 'organization' THEN
    PERFORM log.take_in_replicated();
  ELSIF NEW.type = 'EventSetAside' THEN
    PERFORM log.unproject(NEW.department, false);
  END IF;
  RETURN NULL;
END $$;

-- After a redaction came in: what it erased is to stand nowhere else. Kept reports go by a DELETE of their own.
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.after_replicated_redaction() RETURNS trigger
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
BEGIN
  PERFORM log.unproject(NEW.department, true);
  RETURN NULL;
END $$;

-- After a replicated department came in: the head's log may have come before it.
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.after_replicated_department() RETURNS trigger
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
BEGIN
  PERFORM log.take_in_replicated();
  RETURN NULL;
END $$;

-- Makes the triggers where there is an upstream, and removes them where there is none. One that stands as it
-- should is left alone. For the owner of the tables.
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.guard_replica() RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  follows constant boolean := EXISTS (SELECT 1 FROM log.upstream);
  wanted record;
  stands boolean;
BEGIN
  FOR wanted IN
    SELECT v.relation::regclass AS relation, v.name, v.state,
      format('%s ON %s FOR EACH %s%s EXECUTE FUNCTION log.%s()', v.moment, v.relation, v.level,
        coalesce(' WHEN (' || v.condition || ')', ''), v.function) AS definition
    FROM (VALUES
      ('log.event', 'event_is_replicated', 'O', 'BEFORE INSERT OR DELETE OR UPDATE', 'STATEMENT',
        NULL, 'refuse_on_replica'),
      ('log.department', 'department_is_replicated', 'O', 'BEFORE INSERT OR DELETE OR UPDATE',
        'STATEMENT', NULL, 'refuse_on_replica'),
      ('kept.report', 'report_is_replicated', 'O', 'BEFORE INSERT OR DELETE OR UPDATE', 'STATEMENT',
        NULL, 'refuse_on_replica'),
      ('people.directory', 'directory_is_replicated', 'O', 'BEFORE INSERT OR DELETE OR UPDATE',
        'STATEMENT', NULL, 'refuse_on_replica'),
      ('people.absence', 'absence_is_replicated', 'O', 'BEFORE INSERT OR DELETE OR UPDATE',
        'STATEMENT', NULL, 'refuse_on_replica'),
      ('log.event', 'event_was_replicated', 'R', 'AFTER INSERT', 'ROW', NULL,
        'after_replicated_event'),
      ('log.event', 'event_was_redacted', 'R', 'AFTER UPDATE', 'ROW', NULL,
        'after_replicated_redaction'),
      ('log.department', 'department_was_replicated', 'R', 'AFTER INSERT', 'ROW', 'new.head',
        'after_replicated_department')
    ) v (relation, name, state, moment, level, condition, function)
  LOOP
    SELECT t.tgenabled = wanted.state AND pg_catalog.pg_get_triggerdef(t.oid)
      = format('CREATE TRIGGER %I %s', wanted.name, wanted.definition) INTO stands
    FROM pg_catalog.pg_trigger t WHERE t.tgrelid = wanted.relation AND t.tgname = wanted.name;
    IF NOT follows THEN
      IF stands IS NOT NULL THEN
        EXECUTE format('DROP TRIGGER %I ON %s', wanted.name, wanted.relation);
      END IF;
      CONTINUE;
    END IF;
    CONTINUE WHEN stands;
    EXECUTE format('CREATE OR REPLACE TRIGGER %I %s', wanted.name, wanted.definition);
    EXECUTE format('ALTER TABLE %s ENABLE %sTRIGGER %I', wanted.relation,
      CASE wanted.state WHEN 'R' THEN 'REPLICA ' ELSE '' END, wanted.name);
  END LOOP;
END $$;

-- Makes this database one whose log comes from another, before its subscription is made; again with the same
-- it changes nothing but the address.
-- Parameters: p_place of the primary, as people are told; p_address as libpq reads it, without a password;
--   p_subscription its name
-- Result: nothing
-- SQLSTATEs: PD012 log_not_empty, where a log stands that is this database's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.follow(p_place text, p_address text, p_subscription text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  LOCK TABLE log.department IN SHARE ROW EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT 1 FROM log.upstream) AND (
    EXISTS (SELECT 1 FROM log.department) OR EXISTS (SELECT 1 FROM log.event)
    OR EXISTS (SELECT 1 FROM kept.report) OR EXISTS (SELECT 1 FROM people.directory)
    OR EXISTS (SELECT 1 FROM people.absence))
  THEN
    RAISE EXCEPTION 'the log is not empty' USING ERRCODE = 'PD012';
  END IF;
  INSERT INTO log.upstream AS u (place, address, subscription)
  VALUES (p_place, p_address, p_subscription)
  ON CONFLICT (one) DO UPDATE SET (place, address, subscription)
    = (excluded.place, excluded.address, excluded.subscription)
  WHERE (u.place, u.address, u.subscription)
    <> (excluded.place, excluded.address, excluded.subscription);
  PERFORM log.guard_replica();
END $$;

-- Makes this database one of its own, which takes what is recorded, after its subscription is gone.
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.follow_nobody() RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  DELETE FROM log.upstream;
  PERFORM log.guard_replica();
END $$;

SELECT log.guard_replica();
