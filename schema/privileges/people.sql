-- Purpose: rights made from the head department's log, and the page's login with those of members.
-- What makes rights is the owner's alone: members' ways in call it.
SELECT log.for_groups($$
  REVOKE EXECUTE ON FUNCTION log.make_access(text[]), log.take_in_organization(text, bigint),
    log.with_taken_over(text), log.make_all_access(), log.let_in(name), log.access_of(text[]) FROM :member;
$$);

SELECT log.make_all_access();

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = log.page_role()) THEN
    EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', log.page_role());
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another migration of this database was at it at the same moment
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'the page''s login % was not made: %', log.page_role(), SQLERRM;
END $$;

-- Each by itself: one that isn't ours to grant keeps nobody else out.
DO $$
DECLARE
  -- Beforehand: where the log is spread over servers, pg_roles isn't joined with its tables but by superusers.
  members constant text[] := ARRAY(SELECT m.person FROM log.membership m WHERE NOT m.machine);
  login record;
BEGIN
  FOR login IN
    SELECT r.rolname AS name, p.rolname AS door, log.may_lend_itself(r.rolname) AS lends,
      EXISTS (SELECT FROM pg_auth_members a WHERE a.roleid = r.oid AND a.member = p.oid) AS lent
    FROM unnest(members) m(person) JOIN pg_roles r ON r.rolname = m.person
      JOIN pg_roles p ON p.rolname IN (log.page_role(), log.inbox_role())
  LOOP
    CONTINUE WHEN login.lends = login.lent;
    BEGIN
      IF login.lends THEN
        EXECUTE format('GRANT %I TO %I', login.name, login.door);
      ELSE
        EXECUTE format('REVOKE %I FROM %I', login.name, login.door);
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation OR internal_error THEN
        NULL;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'the login % does not get the role of %: %', login.door, login.name, SQLERRM;
    END;
  END LOOP;
END $$;

-- Whoever may log in to the server would else meet the log of every database.
SELECT log.close_to_public();
