-- Purpose: what of the logs and the read models the person at work may read. The policies of row security
--   ask these functions once a statement.

-- How far it goes.
-- Result: text. all; own: the departments of log.readable and what every member may read; frame: what the
--   organization is made of, for a login that is no member's
-- Volatility: stable
-- The sender and the readers of the star schema are nobody's, and are let in by their groups.
CREATE OR REPLACE FUNCTION log.reading() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  who constant text := log.person();
BEGIN
  -- current_user is the keeper here.
  IF pg_catalog.pg_has_role(who::name, current_user, 'USAGE') OR EXISTS (
    SELECT FROM access a WHERE a.person = who AND a.department = '*' AND a.may IN ('read', 'any'))
  THEN
    RETURN 'all';
  ELSIF EXISTS (SELECT FROM membership m WHERE m.person = who) THEN
    RETURN 'own';
  ELSIF NOT EXISTS (SELECT FROM membership) OR EXISTS (
    SELECT FROM pg_catalog.pg_roles r
    WHERE r.rolname IN (log.group_of('sender'), ('pdca_bi_' || pg_catalog.current_database())::name)
      AND pg_catalog.pg_has_role(who::name, r.oid, 'USAGE'))
  THEN
    RETURN 'all';
  END IF;
  RETURN 'frame';
END $$;

-- Whether the person may read everything: the first thing that a policy asks.
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.reads_all() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN log.reading() = 'all';
END $$;

-- Whether the person may read what is shared with every member.
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.reads_shared() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN log.reading() <> 'frame';
END $$;

-- The departments that the person may read by name.
-- Result: codes; without meaning for who may read all
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.readable() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
  SELECT coalesce(array_agg(a.department), '{}') FROM access a
  WHERE a.person = log.person() AND a.may IN ('read', 'any')
$$;

-- The departments that the person may not read in full.
-- Result: codes, in order
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.unreadable() RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
  SELECT d.department FROM department d
  WHERE (SELECT log.reading()) <> 'all' AND d.department <> ALL ((SELECT log.readable())::text[])
  ORDER BY d.department
$$;

-- Whether a lesson was validated: from then on it is every member's, with all of its stream.
-- Parameters: p_department; p_stream such as lesson-3
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_validated(p_department text, p_stream text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM event e
    WHERE e.department = p_department AND e.stream = p_stream AND e.type = 'LessonValidated');
END $$;

-- Whether a department is the head, whose worth is the organization's.
-- Parameters: p_department
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_head(p_department text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM department d WHERE d.department = p_department AND d.head);
END $$;

-- The last position of a department's log, whoever asks: how far a log goes is no secret, and who may see a
-- part of it alone must not take that for the whole.
-- Parameters: p_department
-- Result: position; null without events
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.head(p_department text) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT e."position" FROM event e WHERE e.department = p_department
    ORDER BY e."position" DESC LIMIT 1);
END $$;

-- The last position of each department's log, whoever asks, as log.head has it: one question, however many
-- departments there are.
-- Result: rows of a department and its last position; null without events
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.heads() RETURNS TABLE (department text, head bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN QUERY SELECT d.department, (
    SELECT e."position" FROM event e WHERE e.department = d.department
    ORDER BY e."position" DESC LIMIT 1) FROM department d;
END $$;

-- When the log of a department learned of its event at a position, whoever asks.
-- Parameters: p_department, p_position
-- Result: instant; null where there is none
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.recorded_at(p_department text, p_position bigint) RETURNS timestamptz
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT e.recorded_at FROM event e
    WHERE e.department = p_department AND e."position" = p_position);
END $$;
