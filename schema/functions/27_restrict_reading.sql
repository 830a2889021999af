-- Purpose: row security on what members read: enabled and forced on each table, with two policies. The
--   database's owner sees and writes all; whoever else is let in by privileges reads what `shown` says.

-- What row security shows of a table of the read models, or of another that bears departments' rows.
-- Parameters: p_table its name
-- Result: an SQL condition. A table that is named nowhere here shows the departments that one may read.
-- Volatility: stable
-- What is asked once a statement stands in a subquery. Of a table that is spread over servers no policy may
-- hold one: there it is asked of each row.
CREATE OR REPLACE FUNCTION log.shown_of(p_table text) RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN p_table = 'event' AND log.is_distributed()
    THEN regexp_replace(s.shown, '\(SELECT (log\.[a-z_]+\(\))\)', '\1', 'g') ELSE s.shown END
  FROM (SELECT CASE
    WHEN p_table IN ('organization', 'department', 'member', 'member_role', 'checkpoint', 'projection')
      THEN 'true'
    WHEN p_table IN (
      'vision', 'vision_kpi', 'value_area', 'policy', 'design', 'design_item', 'design_lesson',
      'session', 'session_move', 'attendance', 'evaluation', 'cost', 'practice', 'adoption', 'reuse')
      THEN '(SELECT log.reads_shared())'
    ELSE '(SELECT log.reads_all()) OR department = ANY ((SELECT log.readable())::text[])'
      || CASE p_table
        WHEN 'event' THEN
          ' OR stream = ''organization'' OR (SELECT log.reads_shared()) AND ('
          'split_part(stream, ''-'', 1) IN (''strategy'', ''design'', ''adoption'', ''exclusions'')'
          ' OR type = ''PracticeStandardised'' OR stream = ''worth'' AND log.is_head(department)'
          ' OR starts_with(stream, ''lesson-'') AND log.is_validated(department, stream))'
        WHEN 'lesson' THEN ' OR (SELECT log.reads_shared()) AND validated_at IS NOT NULL'
        WHEN 'lesson_cycle' THEN
          ' OR (SELECT log.reads_shared()) AND log.is_validated(department, ''lesson-'' || lesson)'
        WHEN 'lesson_rollout' THEN
          ' OR (SELECT log.reads_shared()) AND log.is_validated(department, ''lesson-'' || lesson)'
        WHEN 'worth_entry' THEN ' OR (SELECT log.reads_shared()) AND log.is_head(department)'
        ELSE '' END
    END) s (shown)
$$;

-- Makes a table's row security what it should be. One that stands as it should is left alone: making it
-- anew would wait for every transaction that reads the table, and every other reader for it.
-- Parameters: p_table; p_shown an SQL condition
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
-- The owner's policy is true for them, so that the planner leaves it out. It names a group that every
-- server has, so that a backup is restored anywhere.
CREATE OR REPLACE FUNCTION log.restrict_reading(p_table regclass, p_shown text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  keeper constant name := (
    SELECT CASE WHEN pg_catalog.pg_has_role(c.relowner, 'pg_database_owner', 'USAGE')
      THEN 'pg_database_owner' ELSE pg_catalog.pg_get_userbyid(c.relowner) END
    FROM pg_catalog.pg_class c WHERE c.oid = p_table);
  former name;
BEGIN
  IF log.is_restricted(p_table, p_shown) THEN
    RETURN;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', p_table);
  FOR former IN SELECT p.polname FROM pg_catalog.pg_policy p WHERE p.polrelid = p_table LOOP
    EXECUTE format('DROP POLICY %I ON %s', former, p_table);
  END LOOP;
  EXECUTE format('CREATE POLICY kept ON %s TO %I USING (true) WITH CHECK (true)', p_table, keeper);
  EXECUTE format('CREATE POLICY shown ON %s FOR SELECT USING (%s)', p_table, p_shown);
  EXECUTE format('COMMENT ON POLICY shown ON %s IS %L', p_table, (
    SELECT pg_catalog.md5(p_shown) || ' ' || pg_catalog.md5(pg_catalog.pg_get_expr(p.polqual, p.polrelid))
    FROM pg_catalog.pg_policy p WHERE p.polrelid = p_table AND p.polname = 'shown'));
END $$;

-- Whether a table's row security is what it should be.
-- Parameters: p_table; p_shown an SQL condition
-- Result: boolean
-- Volatility: stable
CREATE OR REPLACE FUNCTION log.is_restricted(p_table regclass, p_shown text) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT c.relrowsecurity AND c.relforcerowsecurity AND (
      SELECT pg_catalog.count(*) = 2 AND pg_catalog.bool_and(p.polpermissive AND CASE p.polname
        WHEN 'kept' THEN p.polcmd = '*' AND pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true'
          AND NOT 0 = ANY (p.polroles)
          AND pg_catalog.pg_has_role(c.relowner, p.polroles[1], 'USAGE')
        WHEN 'shown' THEN p.polcmd = 'r' AND p.polroles = '{0}' AND
          pg_catalog.obj_description(p.oid, 'pg_policy') = pg_catalog.md5(p_shown) || ' '
            || pg_catalog.md5(pg_catalog.pg_get_expr(p.polqual, p.polrelid))
        ELSE false END)
      FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid) IS TRUE
  FROM pg_catalog.pg_class c WHERE c.oid = p_table
$$;

-- Gives members what they need of a version of the read models: they read, as row security says, and
-- write nothing. Its views ask with the reader's rights.
-- Parameters: p_schema such as read_7
-- Result: nothing
-- SQLSTATEs: PostgreSQL's own
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.restrict_read_models(p_schema name) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  members constant name := log.group_of('member');
  part record;
BEGIN
  FOR part IN
    SELECT c.oid::regclass AS relation, c.relname::text AS name, c.relkind AS kind,
      coalesce('security_invoker=true' = ANY (c.reloptions), false) AS asks_as_reader
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident(p_schema))
      AND c.relkind IN ('r', 'p', 'v')
    ORDER BY c.relname
  LOOP
    IF part.kind <> 'v' THEN
      PERFORM log.restrict_reading(part.relation, log.shown_of(part.name));
    ELSIF NOT part.asks_as_reader THEN
      EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', part.relation);
    END IF;
  END LOOP;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM PUBLIC, %I', p_schema, members);
  EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC, %I', p_schema, members);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', p_schema, members);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', p_schema, members);
END $$;

-- Empties the read models of a department, so that they are made anew from its log: what was erased there
-- stands nowhere else, and what was set aside stops nothing. Called by the functions that do so.
-- Parameters: p_department; p_all whether rows go, too, or only what stopped goes on
-- Result: nothing
-- Volatility: volatile
-- The pointer's lock waits for a version that is about to take the live one's place, and keeps the next one
-- waiting: who builds it looks, once the pointer is theirs, at what was redacted meanwhile. Replaced versions
-- are there until those who began in them end. What a builder that was killed left behind goes, unless
-- somebody builds.
CREATE OR REPLACE FUNCTION log.unproject(p_department text, p_all boolean) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  live name;
  version record;
BEGIN
  IF pg_catalog.to_regclass('read.pointer') IS NULL THEN
    RETURN;
  END IF;
  SELECT p.schema INTO live FROM read.pointer p FOR SHARE;
  FOR version IN
    SELECT n.nspname AS name, substr(n.nspname::text, 6)::bigint <= substr(live::text, 6)::bigint AS shown
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname ~ '^read_[0-9]{1,18}$' AND (p_all OR n.nspname = live)
  LOOP
    BEGIN
      IF version.shown THEN
        PERFORM log.empty_read_models(version.name, p_department, p_all);
      ELSE
        LOCK TABLE pdca_schema.migration IN SHARE UPDATE EXCLUSIVE MODE NOWAIT;
        EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', version.name);
      END IF;
    EXCEPTION
      WHEN lock_not_available OR undefined_table OR invalid_schema_name THEN
        -- Somebody builds it, or has just dropped it.
        IF version.name = live THEN
          RAISE;
        END IF;
    END;
  END LOOP;
END $$;

-- The same of one version of the read models.
-- Parameters: p_schema such as read_7; the others as log.unproject's
-- Result: nothing
-- Volatility: volatile
CREATE OR REPLACE FUNCTION log.empty_read_models(p_schema name, p_department text, p_all boolean) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  part regclass;
BEGIN
  IF pg_catalog.to_regclass(format('%I.checkpoint', p_schema)) IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('UPDATE %I.checkpoint SET error = NULL, failed_position = NULL,'
    ' "position" = CASE WHEN $2 THEN 0 ELSE "position" END WHERE department = $1', p_schema)
  USING p_department, p_all;
  FOR part IN
    SELECT c.oid FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'department'
    WHERE p_all AND c.relnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident(p_schema))
      AND c.relkind IN ('r', 'p') AND c.relname <> 'checkpoint'
  LOOP
    EXECUTE format('DELETE FROM %s WHERE department = $1', part) USING p_department;
  END LOOP;
END $$;
