-- Purpose: the groups of this database's logins: who works with the logs, who keeps them, who sends. What
--   privileges let groups do, rights from the log still say for whom (see 07_access.sql).

-- The role of a group.
-- Parameters: p_kind member, administrator or sender
-- Result: name; null before there is one
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.group_of(p_kind text) RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT g.name FROM log.login_group g WHERE g.kind = p_kind $$;

-- Whether whoever asks has a group's privileges. Policies ask this instead of naming a role, so that a
-- backup is restored where there is none of that name.
-- Parameters: p_kind member, administrator or sender
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_in(p_kind text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(pg_catalog.pg_has_role(current_user, log.group_of(p_kind), 'USAGE'), false) $$;

-- Executes statements that name groups as :member, :administrator and :sender.
-- Parameters: p_statements SQL
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.for_groups(p_statements text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  named text := p_statements;
  g record;
BEGIN
  FOR g IN SELECT kind, name FROM log.login_group LOOP
    named := pg_catalog.replace(named, ':' || g.kind, pg_catalog.quote_ident(g.name));
  END LOOP;
  EXECUTE named;
END $$;

-- Makes a role that can't log in, unless it is there.
-- Parameters: p_role
-- Result: nothing
-- SQLSTATEs: 42501 insufficient_privilege (HINT: what a server's administrator does)
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_group(p_role name) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = p_role) THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE ROLE %I NOLOGIN', p_role);
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another migration made it at the same moment
  WHEN insufficient_privilege THEN
    RAISE insufficient_privilege USING
      MESSAGE = format('the group %s is missing, and %s may not make it', p_role, current_user),
      HINT = format('CREATE ROLE %I NOLOGIN; GRANT %1$I TO %I WITH ADMIN OPTION;', p_role, current_user);
END $$;

-- The groups of programs before this one were the whole server's.
-- Parameters: p_kind member, administrator or sender
-- Result: oid of such a role; null where there is none
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.former_group(p_kind text) RETURNS oid
LANGUAGE sql STABLE
AS $$ SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = 'pdca_' || p_kind $$;

-- Makes the groups of this database where they are missing. Who was let in before stays in: the logins in
-- a group of the whole server's go over to this database's; in a copy or a restored backup, the members
-- that have a login here.
-- Result: nothing
-- SQLSTATEs: 42501 insufficient_privilege
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_groups() RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  here constant oid := (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database());
  -- Beforehand: where the log is spread over servers, pg_roles isn't joined with its tables but by superusers.
  members constant text[] := ARRAY(SELECT m.person FROM log.membership m);
  p_kind text;
  made name;
  standing log.login_group;
  login name;
BEGIN
  FOREACH p_kind IN ARRAY ARRAY['member', 'administrator', 'sender'] LOOP
    SELECT * INTO standing FROM log.login_group g WHERE g.kind = p_kind;
    CONTINUE WHEN standing.database = here;
    made := 'pdca_' || p_kind || '_' || current_database();
    IF octet_length('pdca_' || p_kind || '_' || current_database()) > 63 THEN
      made := left(made::text, 40) || '_' || left(md5(current_database()), 16);
    END IF;
    -- A database that had this name, and was renamed, keeps its groups, and who is in them.
    IF EXISTS (
      SELECT FROM pg_catalog.pg_shdepend d JOIN pg_catalog.pg_roles r ON r.oid = d.refobjid
      WHERE d.refclassid = 'pg_authid'::regclass AND r.rolname = made AND d.dbid NOT IN (0, here))
    THEN
      made := left(made::text, 50) || '_' || here;
    END IF;
    -- Of the same name it was carried over, as to a newer PostgreSQL; else it is a copy of another's.
    IF standing.name <> made THEN
      PERFORM log.disown(r.oid) FROM pg_catalog.pg_roles r WHERE r.rolname = standing.name;
    END IF;
    PERFORM log.make_group(made);
    INSERT INTO log.login_group AS g (kind, name, database) VALUES (p_kind, made, here)
    ON CONFLICT (kind) DO UPDATE SET (name, database) = (excluded.name, excluded.database);
    FOR login IN
      SELECT m.rolname FROM pg_catalog.pg_auth_members a JOIN pg_catalog.pg_roles m ON m.oid = a.member
      WHERE a.roleid = log.former_group(p_kind)
        AND pg_catalog.has_schema_privilege(a.roleid, 'log', 'USAGE')
      UNION
      SELECT r.rolname FROM unnest(members) m(person) JOIN pg_catalog.pg_roles r ON r.rolname = m.person
      WHERE standing.database IS NOT NULL AND p_kind = 'member' AND r.rolcanlogin
    LOOP
      EXECUTE format('GRANT %I TO %I', made, login);
    END LOOP;
  END LOOP;
END $$;

-- Takes from a role what it may in this database, and the policies that name it, which are made anew
-- without: for groups that are this database's no more.
-- Parameters: p_role its oid
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.disown(p_role oid) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT DISTINCT d.classid, d.objid FROM pg_catalog.pg_shdepend d
    WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = p_role AND d.deptype IN ('a', 'r')
      AND (d.dbid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database())
        OR d.classid = 'pg_database'::regclass
          AND d.objid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database()))
  LOOP
    CASE part.classid
      WHEN 'pg_class'::regclass THEN
        EXECUTE format('REVOKE ALL ON TABLE %s FROM %s', part.objid::regclass, p_role::regrole);
      WHEN 'pg_proc'::regclass THEN
        EXECUTE format('REVOKE ALL ON ROUTINE %s FROM %s', part.objid::regprocedure, p_role::regrole);
      WHEN 'pg_namespace'::regclass THEN
        EXECUTE format('REVOKE ALL ON SCHEMA %s FROM %s', part.objid::regnamespace, p_role::regrole);
      WHEN 'pg_database'::regclass THEN
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM %s', current_database(), p_role::regrole);
      WHEN 'pg_policy'::regclass THEN
        EXECUTE (
          SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass)
          FROM pg_catalog.pg_policy p WHERE p.oid = part.objid);
      ELSE NULL;
    END CASE;
  END LOOP;
END $$;

-- Lets the groups of the whole server go: this database gives them nothing any more, and what no database
-- of the server gives anything is dropped.
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.leave_former_groups() RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  former oid;
BEGIN
  FOR former IN
    SELECT log.former_group(k) FROM unnest(ARRAY['member', 'administrator', 'sender']) k
    WHERE log.former_group(k) IS NOT NULL
  LOOP
    PERFORM log.disown(former);
    BEGIN
      EXECUTE format('DROP ROLE %s', former::regrole);
    EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege OR undefined_object
      OR object_in_use OR internal_error THEN
      NULL; -- another database's yet, or not ours to drop: here it gives nothing
    END;
  END LOOP;
END $$;

-- Lets the groups and the page connect, and takes CONNECT from everybody, once who needs it has it by name:
-- every role that something in this database was granted to; backups and monitoring by PostgreSQL's own groups.
-- Result: nothing
-- SQLSTATEs: none; where it isn't ours to do, a notice says so
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.close_to_public() RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  here constant oid := (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database());
  open constant boolean := pg_catalog.has_database_privilege('public', here, 'CONNECT');
  groups constant name[] := ARRAY(SELECT g.name FROM log.login_group g);
  role name;
BEGIN
  IF NOT (SELECT pg_catalog.pg_has_role(d.datdba, 'USAGE') FROM pg_catalog.pg_database d WHERE d.oid = here) THEN
    IF open THEN
      RAISE NOTICE 'everybody may connect to %: its owner says REVOKE CONNECT ON DATABASE % FROM PUBLIC',
        current_database(), quote_ident(current_database());
    END IF;
    RETURN;
  END IF;
  FOR role IN
    SELECT r.rolname FROM pg_catalog.pg_roles r
    WHERE r.rolname IN (log.page_role(), log.inbox_role()) OR r.rolname = ANY (groups)
      OR open AND (r.rolname IN ('pg_read_all_data', 'pg_monitor') OR EXISTS (
        SELECT FROM pg_catalog.pg_shdepend d
        WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.dbid = here
          AND d.deptype IN ('a', 'o')))
  LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
  END LOOP;
  -- Its groups may have a member that inherits nothing, and logs in all the same.
  FOR role IN
    SELECT DISTINCT m.rolname FROM pg_catalog.pg_auth_members a
    JOIN pg_catalog.pg_roles m ON m.oid = a.member
    JOIN pg_catalog.pg_roles g ON g.oid = a.roleid
    WHERE g.rolname = ANY (groups) AND m.rolcanlogin AND NOT m.rolinherit
  LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role);
  END LOOP;
  IF open THEN
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database());
  END IF;
END $$;
