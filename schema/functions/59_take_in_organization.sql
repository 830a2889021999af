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
  closed text[];
  successor text[];
  found text[] := ARRAY[p_department];
  before integer := 0;
BEGIN
  SELECT array_agg(e.payload ->> 'code'), array_agg(e.payload ->> 'successor') INTO closed, successor
  FROM log.event e JOIN log.department d ON d.department = e.department AND d.head
  WHERE e.stream = 'organization' AND e.type = 'DepartmentClosed'
    -- Payloads of other types may hold what can't be read.
    AND CASE WHEN e.type = 'DepartmentClosed' THEN e.payload ->> 'successor' END IS NOT NULL;
  WHILE cardinality(found) > before LOOP
    before := cardinality(found);
    found := found || array(
      SELECT DISTINCT c.code FROM unnest(closed, successor) c(code, successor)
      WHERE c.successor = ANY (found) AND c.code <> ALL (found));
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END $$;

-- Makes one person's rights anew from membership and roles.
-- Parameters: p_person a login
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_access(p_person text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  founded constant boolean := EXISTS (
    SELECT 1 FROM log.department d JOIN log.event e ON e.department = d.department
    WHERE d.head AND e.stream = 'organization' AND e.stream_version = 1
      AND e.type = 'OrganizationFounded' AND e.actor = p_person);
BEGIN
  DELETE FROM log.access a WHERE a.person = p_person;
  INSERT INTO log.access (person, department, may)
  SELECT DISTINCT p_person, w.code, r.may
  FROM (
    SELECT CASE WHEN m.machine THEN 'machine' ELSE m.layer END AS part, m.department
    FROM log.membership m WHERE m.person = p_person
    UNION ALL
    SELECT h.role, h.department FROM log.held_role h WHERE h.person = p_person
    UNION ALL
    -- Who founded the organization may all while they administer it.
    SELECT 'founder', '*' FROM log.held_role h
    WHERE h.person = p_person AND h.role = 'administrator' AND founded
  ) p JOIN log.part_right r ON r.part = p.part,
    log.with_taken_over(CASE r.reach WHEN 'all' THEN '*' ELSE p.department END) w(code);
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
BEGIN
  FOR said IN
    SELECT e.type, e.payload ->> 'account' AS person, e.payload ->> 'department' AS department,
      e.payload ->> 'layer' AS layer, (e.payload ->> 'isMachine')::boolean AS machine,
      e.payload ->> 'role' AS role,
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
          SELECT FROM log.held_role h
          WHERE h.person = said.person AND h.role = said.role AND h.department = '*')
        ON CONFLICT DO NOTHING;
      WHEN 'RoleRevoked' THEN
        DELETE FROM log.held_role h WHERE h.person = said.person AND h.role = said.role
          AND (said.departments = '{}' OR h.department = ANY (said.departments));
      ELSE
        PERFORM log.make_access(m.person) FROM log.membership m;
        CONTINUE;
    END CASE;
    PERFORM log.make_access(said.person);
  END LOOP;
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
  IF NOT EXISTS (
    SELECT 1 FROM log.event e WHERE e.department = main AND e.stream = 'organization')
  THEN
    DELETE FROM log.access;
    DELETE FROM log.held_role;
    DELETE FROM log.membership;
    RETURN;
  END IF;
  PERFORM FROM log.department d WHERE d.department = main FOR NO KEY UPDATE;
  DELETE FROM log.access;
  DELETE FROM log.held_role;
  DELETE FROM log.membership;
  PERFORM log.take_in_organization(main, 1);
END $$;
