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

-- Persons' rights as membership, roles and closures make them; what departments took over is looked up once a
-- department, however many people it has.
-- Parameters: p_persons logins
-- Result: rows as log.access has them
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.access_of(p_persons text[])
RETURNS TABLE (person text, department text, may text)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  -- Beforehand: what is spread over servers isn't joined with the coordinator's own tables.
  founder constant text := (
    SELECT e.actor FROM log.department d JOIN log.event e ON e.department = d.department
    WHERE d.head AND e.stream = 'organization' AND e.stream_version = 1
      AND e.type = 'OrganizationFounded');
BEGIN
  RETURN QUERY
  WITH part AS MATERIALIZED (
    SELECT m.person, CASE WHEN m.machine THEN 'machine' ELSE m.layer END AS part, m.department
    FROM log.membership m WHERE m.person IN (SELECT unnest(p_persons))
    UNION ALL
    SELECT h.person, h.role, h.department FROM log.held_role h
    WHERE h.role IN ('administrator', 'auditor', 'reviewer', 'trainer') AND h.person IN (SELECT unnest(p_persons))
    UNION ALL
    -- Who founded the organization may all while they administer it.
    SELECT h.person, 'founder', '*' FROM log.held_role h
    WHERE h.person IN (SELECT unnest(p_persons)) AND h.role = 'administrator' AND h.person = founder
  ), taken AS MATERIALIZED (
    SELECT p.department, w.code
    FROM (SELECT p.department FROM part p UNION SELECT '*') p, log.with_taken_over(p.department) w(code)
  )
  SELECT DISTINCT p.person, t.code, r.may
  FROM part p JOIN log.part_right r ON r.part = p.part
    JOIN taken t ON t.department = CASE r.reach WHEN 'all' THEN '*' ELSE p.department END;
END $$;

-- Makes persons' rights anew, all at once.
-- Parameters: p_persons logins
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.make_access(p_persons text[]) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  DELETE FROM log.access a WHERE a.person IN (SELECT unnest(p_persons));
  INSERT INTO log.access (person, department, may) SELECT a.person, a.department, a.may FROM log.access_of(p_persons) a;
END $$;

-- Positions of a department's events that were set aside.
-- Parameters: p_department
-- Result: positions
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.passed_over(p_department text) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN QUERY
  SELECT (e.payload ->> 'position')::bigint FROM log.event e
  WHERE e.department = p_department AND e.stream = 'exclusions'
    AND CASE WHEN e.stream = 'exclusions' THEN e.payload ->> 'position' ~ '^[0-9]{1,18}$' END;
END $$;

-- A member of a payload where it is a text.
-- Parameters: a JSON object; the member's name
-- Result: text; null for what is none
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.text_member(p_payload json, p_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE json_typeof(p_payload -> p_name) WHEN 'string' THEN p_payload ->> p_name END $$;

-- What the organization's events say that rights are made from, as far as it is what such events say: an
-- account, a department's code, a layer, a role. What only SQL could append otherwise, and what was set
-- aside, makes no right that the domain doesn't know, and stops nobody.
-- Parameters: p_department the head; p_from the first position
-- Result: rows by position; departments empty for all of them
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.organization_said(p_department text, p_from bigint)
RETURNS TABLE ("position" bigint, type text, person text, department text, layer text, machine boolean,
  role text, code text, successor text, departments text[])
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  gone constant bigint[] := ARRAY(SELECT x FROM log.passed_over(p_department) x);
BEGIN
  RETURN QUERY
  WITH form (code) AS (VALUES ('^[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$')), said AS (
    SELECT e."position", e.type, log.text_member(e.payload, 'account') AS person,
      log.text_member(e.payload, 'department') AS department, log.text_member(e.payload, 'layer') AS layer,
      coalesce(e.payload ->> 'isMachine', 'false') AS machine, log.text_member(e.payload, 'role') AS role,
      log.text_member(e.payload, 'code') AS code, log.text_member(e.payload, 'successor') AS successor,
      CASE coalesce(json_typeof(e.payload -> 'departments'), 'none') WHEN 'none' THEN '{}'
        WHEN 'array' THEN ARRAY(
          SELECT coalesce(n.name, '') FROM json_array_elements_text(e.payload -> 'departments') n(name))
        ELSE ARRAY[''] END AS departments
    FROM (
      SELECT v."position", v.type,
        CASE WHEN log.is_line(v.stream, v.type, v.schema_version, v.occurred_at, v.payload::text)
          AND json_typeof(v.payload) = 'object' THEN v.payload ELSE '{}' END AS payload
      FROM log.event v JOIN log.department d ON d.department = v.department AND d.head
      WHERE v.department = p_department AND v."position" >= p_from AND v.stream = 'organization'
        AND v.type IN ('MemberJoined', 'MemberLeft', 'RoleGranted', 'RoleRevoked', 'DepartmentClosed')
    ) e
  )
  SELECT s."position", s.type, s.person, s.department, s.layer, s.machine = 'true', s.role, s.code, s.successor,
    s.departments
  FROM said s, form f
  WHERE s."position" <> ALL (gone) AND CASE s.type
    WHEN 'DepartmentClosed' THEN s.code ~ f.code AND s.successor ~ f.code
    ELSE s.person <> '' AND octet_length(s.person) <= 63 END
    AND CASE s.type
      WHEN 'MemberJoined' THEN s.department ~ f.code AND s.layer IN ('executive', 'promoter', 'field')
        AND s.machine IN ('true', 'false')
      WHEN 'RoleGranted' THEN
        -- Administrators and auditors are so for all departments.
        s.role IN ('reviewer', 'trainer') OR s.role IN ('administrator', 'auditor') AND s.departments = '{}'
      WHEN 'RoleRevoked' THEN s.role IS NOT NULL
      ELSE true END
    AND NOT EXISTS (SELECT 1 FROM unnest(s.departments) n(name) WHERE n.name !~ f.code)
  ORDER BY s."position";
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
  FOR said IN SELECT * FROM log.organization_said(p_department, p_from) LOOP
    CASE said.type
      WHEN 'MemberJoined' THEN
        INSERT INTO log.membership AS m (person, department, layer, machine)
        VALUES (said.person, said.department, said.layer, said.machine)
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
        INSERT INTO log.closure (department, successor) VALUES (said.code, said.successor)
        ON CONFLICT (department) DO UPDATE SET successor = excluded.successor;
        concerned := concerned || ARRAY(
          SELECT DISTINCT a.person FROM log.access a WHERE a.department = said.successor);
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

-- Rows of the tables that rights rest on which neither this program nor the head department's log gives.
-- Result: rows of a table's name and what stands in it, or should
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.strange_rights() RETURNS TABLE (relation text, what text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = log, pg_temp
AS $$
  WITH said AS MATERIALIZED (
    SELECT * FROM log.organization_said(log.head_department(), 1)
  ), lately AS MATERIALIZED (
    SELECT DISTINCT ON (s.person) s.person, s.type, s.department, s.layer, s.machine
    FROM said s WHERE s.type IN ('MemberJoined', 'MemberLeft') ORDER BY s.person, s."position" DESC
  ), persons AS (
    SELECT array_agg(m.person) AS all_of_them FROM log.membership m
  )
  SELECT 'log.event_right', s.type FROM (
    (TABLE log.event_right EXCEPT SELECT * FROM log.stated_needs())
    UNION ALL (SELECT * FROM log.stated_needs() EXCEPT TABLE log.event_right)) s
  UNION ALL
  SELECT 'log.part_right', s.part || ' ' || s.may FROM (
    (TABLE log.part_right EXCEPT SELECT * FROM log.stated_parts())
    UNION ALL (SELECT * FROM log.stated_parts() EXCEPT TABLE log.part_right)) s
  UNION ALL
  SELECT 'log.membership', m.person FROM log.membership m LEFT JOIN lately s ON s.person = m.person
  WHERE (m.department, m.layer, m.machine, 'MemberJoined')
    IS DISTINCT FROM (s.department, s.layer, s.machine, s.type)
  UNION ALL
  SELECT 'log.held_role', h.person || ' ' || h.role FROM log.held_role h
  WHERE NOT EXISTS (
    SELECT 1 FROM said s WHERE s.type = 'RoleGranted' AND s.person = h.person AND s.role = h.role
      AND CASE h.department WHEN '*' THEN s.departments = '{}' ELSE h.department = ANY (s.departments) END
      AND NOT EXISTS (
        SELECT 1 FROM said g WHERE g."position" > s."position" AND g.person = h.person AND (
          g.type = 'MemberLeft' OR g.type = 'RoleRevoked' AND g.role = h.role AND (g.departments = '{}'
            OR h.department = ANY (g.departments)))))
  UNION ALL
  SELECT 'log.closure', c.department FROM log.closure c
  WHERE NOT EXISTS (
    SELECT 1 FROM said s WHERE s.type = 'DepartmentClosed' AND s.code = c.department AND s.successor = c.successor)
  UNION ALL
  SELECT 'log.access', s.person || ' ' || s.department || ' ' || s.may FROM (
    (TABLE log.access EXCEPT SELECT a.* FROM persons p, log.access_of(p.all_of_them) a)
    UNION ALL
    (SELECT a.* FROM persons p, log.access_of(p.all_of_them) a EXCEPT TABLE log.access)) s
$$;
