-- Purpose: the logins of the page and the inbox, and who may work through them.

-- Its name: PostgreSQL's roles are the server's, so that it bears the database's.
-- Result: name, cut as PostgreSQL cuts names
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.page_role() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT ('pdca_page_' || pg_catalog.current_database())::name $$;

-- The login of the inbox, where the server's administrator made one: it appends actions and nothing else.
-- Without one, the inbox logs in as the page.
-- Result: name
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.inbox_role() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT ('pdca_inbox_' || pg_catalog.current_database())::name $$;

-- Whether the page may take a login's role: not of who keeps the database, makes roles or passes row security
-- over, since whoever has the page's login would then do so, too.
-- Parameters: p_login a role
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.may_lend_itself(p_login name) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT r.rolcanlogin AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolreplication)
    AND NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'MEMBER')
    AND NOT pg_catalog.pg_has_role(r.oid, 'pg_write_all_data', 'MEMBER')
    AND NOT pg_catalog.pg_has_role(r.oid, 'pg_execute_server_program', 'MEMBER')
  FROM pg_catalog.pg_roles r, pg_catalog.pg_class c
  WHERE r.rolname = p_login AND c.oid = 'log.event'::pg_catalog.regclass
$$;

-- Lets a login work with the logs, and the page, and the inbox that has a login, take its role for a
-- transaction. Makes the page's login, which inherits nothing, unless it is there. For who may make and grant roles.
-- Parameters: p_login a role
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.let_in(p_login name) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  door name;
BEGIN
  -- Another database of this server may let the same login in at this moment.
  FOR attempt IN 1..20 LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname = log.page_role()) THEN
        EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', log.page_role());
      END IF;
      EXECUTE format('GRANT %I TO %I', log.group_of('member'), p_login);
      -- Who inherits nothing connects by no group.
      IF NOT pg_catalog.has_database_privilege(p_login, pg_catalog.current_database(), 'CONNECT') THEN
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', pg_catalog.current_database(), p_login);
      END IF;
      FOR door IN
        SELECT r.rolname FROM pg_catalog.pg_roles r WHERE r.rolname IN (log.page_role(), log.inbox_role())
          AND p_login NOT IN (log.page_role(), log.inbox_role()) AND log.may_lend_itself(p_login)
      LOOP
        BEGIN
          EXECUTE format('GRANT %I TO %I', p_login, door);
        EXCEPTION WHEN insufficient_privilege THEN
          -- From PostgreSQL 16 on, who made a login grants it: a superuser, or its maker.
          RAISE NOTICE 'the login % does not get the role of %: %', door, p_login, SQLERRM
            USING HINT = format('GRANT %I TO %I;', p_login, door);
        END;
      END LOOP;
      RETURN;
    EXCEPTION WHEN unique_violation OR duplicate_object OR internal_error THEN
      IF attempt = 20 THEN RAISE; END IF;
      PERFORM pg_catalog.pg_sleep(0.02);
    END;
  END LOOP;
END $$;
