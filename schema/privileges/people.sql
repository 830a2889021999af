-- Purpose: rights made from the head department's log, and the page's login with those of members.
-- What makes rights is the owner's alone: members' ways in call it.
SELECT log.for_groups($$
  REVOKE EXECUTE ON FUNCTION log.make_access(text[]), log.take_in_organization(text, bigint),
    log.with_taken_over(text), log.make_all_access(), log.let_in(name) FROM :member;
$$);

SELECT log.make_all_access();

DO $$
DECLARE
  member name;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = log.page_role()) THEN
    EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', log.page_role());
  END IF;
  FOR member IN
    SELECT r.rolname FROM log.membership m JOIN pg_roles r ON r.rolname = m.person
    WHERE r.rolcanlogin AND NOT r.rolsuper AND NOT m.machine
      AND NOT pg_has_role(log.page_role(), r.oid, 'MEMBER')
  LOOP
    EXECUTE format('GRANT %I TO %I', member, log.page_role());
  END LOOP;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another migration of this database was at it at the same moment
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'the page''s login % was not made or not let in: %', log.page_role(), SQLERRM;
END $$;

-- Whoever may log in to the server would else meet the log of every database.
SELECT log.close_to_public();
