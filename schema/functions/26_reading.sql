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
  ELSIF NOT log.is_founded() OR EXISTS (
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
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  shown text[];
BEGIN
  IF log.reading() = 'all' THEN
    RETURN;
  END IF;
  shown := log.readable();
  RETURN QUERY SELECT d.department FROM department d WHERE d.department <> ALL (shown)
    ORDER BY d.department;
END $$;

-- Whether a lesson was validated: from then on it is every member's, with all of its stream.
-- Parameters: p_department; p_stream such as lesson-3
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_validated(p_department text, p_stream text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM event e
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
  RETURN EXISTS (SELECT 1 FROM department d WHERE d.department = p_department AND d.head);
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
  IF log.is_distributed() THEN
    -- Each server joins its own parts; a bound past the end (a restored log's) finds nothing.
    RETURN QUERY
      SELECT h.department, CASE WHEN h.found IS NULL AND h.near_end > 0
        THEN log.head(h.department) ELSE h.found END
      FROM (
        SELECT d.department, d.near_end, max(e."position") AS found
        FROM department d LEFT JOIN event e
          ON e.department = d.department AND e."position" >= d.near_end
        GROUP BY d.department, d.near_end
        OFFSET 0) h;
    RETURN;
  END IF;
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

-- The departments that have a log. For queries of other tables, which where the log is spread over servers
-- can't be joined with its tables by one another.
-- Result: rows of a department and whether it is the head
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.departments() RETURNS TABLE (department text, head boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50
AS $$
BEGIN
  RETURN QUERY SELECT d.department, d.head FROM log.department d;
END $$;

-- The head department, for the same queries.
-- Result: its code; null before the organization is founded
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.head_department() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN (SELECT d.department FROM log.department d WHERE d.head);
END $$;

-- The type of a department's event at a position, as far as the person may read it.
-- Parameters: p_department, p_position
-- Result: such as CyclePlanned; null where there is none to be seen
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.type_at(p_department text, p_position bigint) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN (
    SELECT e.type FROM log.event e
    WHERE e.department = p_department AND e."position" = p_position);
END $$;

-- How far each department's log went at an instant, whoever asks. Each log is halved until the place is
-- found, so that its length hardly matters: recorded_at never decreases in it.
-- Parameters: p_by an instant
-- Result: rows of a department and the last position recorded by then; 0 where there was none
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.positions(p_by timestamptz)
RETURNS TABLE (department text, "position" bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50
AS $$
DECLARE
  high bigint;
  middle bigint;
BEGIN
  FOR department, high IN SELECT h.department, coalesce(h.head, 0) FROM log.heads() h LOOP
    "position" := 0;
    WHILE "position" < high LOOP
      middle := ("position" + high + 1) / 2;
      IF log.recorded_at(department, middle) <= p_by THEN
        "position" := middle;
      ELSE
        high := middle - 1;
      END IF;
    END LOOP;
    RETURN NEXT;
  END LOOP;
END $$;

-- Departments of which there are events, as far as the person may read them: also of one whose own row
-- somebody took away.
-- Result: codes
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.with_events() RETURNS SETOF text
LANGUAGE plpgsql STABLE ROWS 50
AS $$
DECLARE
  code text := '';
BEGIN
  IF log.is_distributed() THEN
    RETURN QUERY SELECT DISTINCT e.department FROM log.event e;
    RETURN;
  END IF;
  -- From one to the next by the key, whose end each is found at. The bound is a variable alone: an
  -- expression that might tell what it saw is asked behind row security, of every row.
  LOOP
    SELECT e.department INTO code FROM log.event e
    WHERE e.department > code ORDER BY e.department LIMIT 1;
    EXIT WHEN NOT FOUND;
    RETURN NEXT code;
  END LOOP;
END $$;
