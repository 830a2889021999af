-- Purpose: the login of the page, and who may work through it.

-- Its name: PostgreSQL's roles are the server's, so that it bears the database's.
-- Result: name, cut as PostgreSQL cuts names
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.page_role() RETURNS name
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT ('pdca_page_' || pg_catalog.current_database())::name $$;

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

-- Lets a login work with the logs, and the page take its role for a transaction. Makes the page's login,
-- which inherits nothing, unless it is there. For who may make and grant roles.
-- Parameters: p_login a role
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.let_in(p_login name) RETURNS void
LANGUAGE plpgsql
AS $$
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
      IF p_login <> log.page_role() AND log.may_lend_itself(p_login) THEN
        BEGIN
          EXECUTE format('GRANT %I TO %I', p_login, log.page_role());
        EXCEPTION WHEN insufficient_privilege THEN
          -- From PostgreSQL 16 on, who made a login grants it: a superuser, or its maker.
          RAISE NOTICE 'the page''s login % does not get the role of %: %', log.page_role(), p_login, SQLERRM
            USING HINT = format('GRANT %I TO %I;', p_login, log.page_role());
        END;
      END IF;
      RETURN;
    EXCEPTION WHEN unique_violation OR duplicate_object OR internal_error THEN
      IF attempt = 20 THEN RAISE; END IF;
      PERFORM pg_catalog.pg_sleep(0.02);
    END;
  END LOOP;
END $$;
