-- Purpose: who may do what, from the events of the head department's log.

-- The department and those that were closed and that it took over, by itself or through others: whoever
-- has a part in it goes on with theirs.
-- Parameters: p_department a code, or * for all
-- Result: codes
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.with_taken_over(p_department text) RETURNS SETOF text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  found text[] := ARRAY[p_department];
  before integer := 0;
BEGIN
  WHILE cardinality(found) > before LOOP
    before := cardinality(found);
    found := found || ARRAY(
      SELECT c.department FROM log.closure c
      WHERE c.successor = ANY (found) AND c.department <> ALL (found));
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END $$;

-- Makes persons' rights anew from membership and roles, all at once: what departments took over is looked
-- up once a department, however many people it has.
-- Parameters: p_persons logins
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_access(p_persons text[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  founder constant text := (
    SELECT e.actor FROM log.department d JOIN log.event e ON e.department = d.department
    WHERE d.head AND e.stream = 'organization' AND e.stream_version = 1
      AND e.type = 'OrganizationFounded');
BEGIN
  DELETE FROM log.access a WHERE a.person IN (SELECT unnest(p_persons));
  WITH part AS MATERIALIZED (
    SELECT m.person, CASE WHEN m.machine THEN 'machine' ELSE m.layer END AS part, m.department
    FROM log.membership m WHERE m.person IN (SELECT unnest(p_persons))
    UNION ALL
    SELECT h.person, h.role, h.department FROM log.held_role h WHERE h.person IN (SELECT unnest(p_persons))
    UNION ALL
    -- Who founded the organization may all while they administer it.
    SELECT h.person, 'founder', '*' FROM log.held_role h
    WHERE h.person IN (SELECT unnest(p_persons)) AND h.role = 'administrator' AND h.person = founder
  ), taken AS MATERIALIZED (
    SELECT p.department, w.code
    FROM (SELECT department FROM part UNION SELECT '*') p, log.with_taken_over(p.department) w(code)
  )
  INSERT INTO log.access (person, department, may)
  SELECT DISTINCT p.person, t.code, r.may
  FROM part p JOIN log.part_right r ON r.part = p.part
    JOIN taken t ON t.department = CASE r.reach WHEN 'all' THEN '*' ELSE p.department END;
END $$;

-- Takes in the organization's events from a position of the head department's log on.
-- Parameters: p_department whose log was appended to; p_from the first position
-- Result: nothing. Other departments' logs say nothing about rights.
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.take_in_organization(p_department text, p_from bigint) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  said record;
  concerned text[] := '{}'; -- whose rights are made anew, once all is taken in
BEGIN
  FOR said IN
    SELECT e.type, e.payload ->> 'account' AS person, e.payload ->> 'department' AS department,
      e.payload ->> 'layer' AS layer, (e.payload ->> 'isMachine')::boolean AS machine,
      e.payload ->> 'role' AS role, e.payload ->> 'code' AS code, e.payload ->> 'successor' AS successor,
      -- What is no list grants and revokes nothing: no department is called so.
      CASE WHEN json_typeof(e.payload -> 'departments') <> 'array' THEN ARRAY['']
        ELSE ARRAY(SELECT json_array_elements_text(e.payload -> 'departments')) END AS departments
    FROM log.event e JOIN log.department d ON d.department = e.department AND d.head
    WHERE e.department = p_department AND e."position" >= p_from AND e.stream = 'organization'
      AND e.type IN ('MemberJoined', 'MemberLeft', 'RoleGranted', 'RoleRevoked', 'DepartmentClosed')
    ORDER BY e."position"
  LOOP
    CASE said.type
      WHEN 'MemberJoined' THEN
        INSERT INTO log.membership AS m (person, department, layer, machine)
        VALUES (said.person, said.department, said.layer, coalesce(said.machine, false))
        ON CONFLICT (person) DO UPDATE
        SET (department, layer, machine) = (excluded.department, excluded.layer, excluded.machine);
      WHEN 'MemberLeft' THEN
        DELETE FROM log.membership m WHERE m.person = said.person;
        DELETE FROM log.held_role h WHERE h.person = said.person;
      WHEN 'RoleGranted' THEN
        -- What is held for all departments is held for each; what becomes so takes their place.
        DELETE FROM log.held_role h WHERE h.person = said.person AND h.role = said.role
          AND said.departments = '{}';
        INSERT INTO log.held_role (person, role, department)
        SELECT said.person, said.role, d.code
        FROM log.membership m,
          unnest(CASE said.departments WHEN '{}' THEN ARRAY['*'] ELSE said.departments END) d(code)
        WHERE m.person = said.person AND NOT EXISTS (
          SELECT 1 FROM log.held_role h
          WHERE h.person = said.person AND h.role = said.role AND h.department = '*')
        ON CONFLICT DO NOTHING;
      WHEN 'RoleRevoked' THEN
        DELETE FROM log.held_role h WHERE h.person = said.person AND h.role = said.role
          AND (said.departments = '{}' OR h.department = ANY (said.departments));
      ELSE
        IF said.successor IS NOT NULL THEN
          INSERT INTO log.closure (department, successor) VALUES (said.code, said.successor)
          ON CONFLICT (department) DO UPDATE SET successor = excluded.successor;
          concerned := concerned || ARRAY(
            SELECT DISTINCT a.person FROM log.access a WHERE a.department = said.successor);
        END IF;
        CONTINUE;
    END CASE;
    concerned := concerned || said.person;
  END LOOP;
  PERFORM log.make_access(concerned);
END $$;

-- Makes everybody's rights anew from the whole of it, as a migration and an import do.
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_all_access() RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  main text := (SELECT d.department FROM log.department d WHERE d.head);
BEGIN
  -- On a reporting server the apply worker takes in events, too.
  PERFORM FROM log.upstream u FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM log.event e WHERE e.department = main AND e.stream = 'organization')
  THEN
    PERFORM FROM log.department d WHERE d.department = main FOR NO KEY UPDATE;
  ELSE
    main := NULL;
  END IF;
  DELETE FROM log.access;
  DELETE FROM log.held_role;
  DELETE FROM log.membership;
  DELETE FROM log.closure;
  IF main IS NOT NULL THEN
    PERFORM log.take_in_organization(main, 1);
  END IF;
END $$;
