-- Purpose: whose session this is, and whether that person may do what is asked.

-- The login of the person at work: the login role taken on (SET ROLE, as the page does for one
-- transaction), else the one that the session began with. A group's role is nobody.
-- Result: text
-- Volatility: stable
-- SECURITY DEFINER changes current_user; the setting role stays what the caller took. Roles are looked at
-- where one was taken alone: a session that asks once would else pay more for that than for its answer.
CREATE OR REPLACE FUNCTION log.person() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
  IF pg_catalog.current_setting('role') = 'none' THEN
    RETURN session_user;
  END IF;
  RETURN coalesce((
    SELECT r.rolname::text FROM pg_catalog.pg_roles r
    WHERE r.rolname = pg_catalog.current_setting('role') AND r.rolcanlogin), session_user::text);
END $$;

-- The door through which a person comes: the login that the session began with where it isn't their own,
-- or assistant where the session bears that program's name, which is its own word.
-- Parameters: p_person a login
-- Result: text; null for who comes by themselves
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.door(p_person text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN session_user <> p_person THEN session_user::text
    WHEN pg_catalog.current_setting('application_name') = 'pdca assistant' THEN 'assistant' END
$$;

-- Whether a login is the database's keeper: its owner, who migrates and rebuilds, or a superuser.
-- Parameters: p_person a login
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.keeps(p_person text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT pg_catalog.pg_has_role(p_person::name, c.relowner, 'USAGE')
  FROM pg_catalog.pg_class c WHERE c.oid = 'log.event'::pg_catalog.regclass
$$;

-- Whether the organization was founded: until then, everybody who may work with the log may do and read all.
-- Not whether it has a member: its last one may leave, and on a reporting server rights come after the log.
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_founded() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = log, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM membership) OR EXISTS (SELECT 1 FROM upstream) OR EXISTS (
    SELECT 1 FROM department d JOIN event e ON e.department = d.department
    WHERE d.head AND e."position" = 1 AND e.type = 'OrganizationFounded');
END $$;

-- Whether a person has a right in a department.
-- Parameters: p_person a login; p_department its code; p_may a right
-- Result: boolean. True for the keeper, and for everybody until the organization is founded: founding needs
--   no right but that of working with the log.
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.may(p_person text, p_department text, p_may text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT EXISTS (
      SELECT FROM log.access a
      WHERE a.person = p_person AND a.department IN (p_department, '*') AND a.may IN (p_may, 'any'))
    OR log.keeps(p_person)
    OR NOT log.is_founded()
$$;

-- Whether the person's role was taken by a login that isn't theirs: the page's, the inbox's, whatever it is called.
-- The database's keepers take any.
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_lent() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT session_user <> log.person() AND NOT log.keeps(session_user) $$;

-- Whether the person at work administers: by the group that the server's administrator named and by the right
-- that the log grants, and not through the page.
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.administers() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  who constant text := log.person();
BEGIN
  RETURN NOT log.is_lent() AND pg_catalog.pg_has_role(who::name, log.group_of('administrator'), 'USAGE')
    AND log.may(who, '*', 'administer');
END $$;

-- Refuses what the person at work has no right to.
-- Parameters: p_department; p_may the right that it needs; p_what what it is, such as an event type
-- Result: none; raises
-- SQLSTATEs: PD020 not_permitted (DETAIL: person, right, department, what, and, after a colon, the
--   administrators), PD021 nobodys_login (DETAIL: the login)
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.require(p_department text, p_may text, p_what text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  who constant text := log.person();
BEGIN
  -- No form of the page administers, whoever's role it took.
  IF p_may = 'administer' AND log.is_lent() THEN
    RAISE EXCEPTION 'the page may not do %', p_what USING ERRCODE = 'PD020',
      DETAIL = format('%s page %s %s:', session_user, p_department, p_what);
  ELSIF log.may(who, p_department, p_may) THEN
    RETURN;
  ELSIF NOT EXISTS (SELECT FROM membership m WHERE m.person = who) THEN
    RAISE EXCEPTION 'the login % is no member''s', who USING ERRCODE = 'PD021', DETAIL = who;
  END IF;
  RAISE EXCEPTION '% may not % in %: it needs the right to %', who, p_what, p_department, p_may
    USING ERRCODE = 'PD020', DETAIL = format('%s %s %s %s:%s', who, p_may, p_department, p_what, (
      SELECT string_agg(h.person, ', ' ORDER BY h.person) FROM held_role h
      WHERE h.role = 'administrator'));
END $$;

-- The same for events of a department. Through a login that isn't the person's come only those that the page's
-- forms make; through the inbox's, actions.
-- Parameters: p_department; p_types the types, in any number
-- Result: none; raises
-- SQLSTATEs: PD020, PD021
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.require_types(p_department text, p_types text[]) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
DECLARE
  needed record;
  lent constant boolean := log.is_lent();
BEGIN
  FOR needed IN
    SELECT t.type, coalesce(min(r.needs), 'any') AS needs, coalesce(bool_or(r.page), false) AS page
    FROM unnest(p_types) t(type) LEFT JOIN event_right r ON r.type = t.type GROUP BY t.type
  LOOP
    IF lent AND NOT (CASE session_user WHEN log.inbox_role() THEN needed.type = 'ActionLogged' ELSE needed.page END) THEN
      RAISE EXCEPTION 'the page may not append %', needed.type USING ERRCODE = 'PD020',
        DETAIL = format('%s page %s %s:', session_user, p_department, needed.type);
    END IF;
    PERFORM log.require(p_department, needed.needs, needed.type);
  END LOOP;
END $$;
