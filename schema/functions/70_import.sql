-- Purpose: fill an empty log from an export. For the owner, whose privileges it runs with.
-- Parameters: one of each a department: its code, whether it is the head, when and by whom its
--   log was made. The events stand in the temporary table import_event: the columns of log.event,
--   and line, the number of the line in the export.
-- Result: the number of events
-- SQLSTATEs: PD011 not_importable (DETAIL: the first line that is wrong); PD012 log_not_empty
-- Volatility: volatile
-- The leaf of every event is made anew from its columns; a redacted event of form 1, which has no salt
-- any more, keeps the one that the export tells. What says that it was redacted or set aside comes in as
-- it was. Of an event that is no longer listed, or that nobody can apply, the export must say that it
-- was set aside.
CREATE OR REPLACE FUNCTION log.import(
  p_department text[], p_head boolean[], p_made_at timestamptz[], p_made_by text[]
) RETURNS bigint
LANGUAGE plpgsql SET search_path = log, pg_temp
AS $$
DECLARE
  wrong bigint;
  imported bigint;
BEGIN
  LOCK TABLE department IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT 1 FROM department) OR EXISTS (SELECT 1 FROM event) THEN
    RAISE EXCEPTION 'the log is not empty' USING ERRCODE = 'PD012';
  END IF;
  INSERT INTO department_key (department, head) SELECT * FROM unnest(p_department, p_head);
  INSERT INTO department (department, head, made_at, made_by)
  SELECT * FROM unnest(p_department, p_head, p_made_at, p_made_by);

  SELECT i.line INTO wrong
  FROM (
    SELECT e.*,
      row_number() OVER w AS dense_position,
      row_number() OVER (PARTITION BY e.department, e.stream ORDER BY e."position")
        AS dense_version,
      row_number() OVER (PARTITION BY e.department, e.command_id ORDER BY e."position") - 1
        AS dense_ordinal,
      lag(e.recorded_at) OVER w AS recorded_before,
      lag(e.command_id) OVER w AS command_before
    FROM pg_temp.import_event e
    WINDOW w AS (PARTITION BY e.department ORDER BY e."position")
  ) i
  LEFT JOIN (
    SELECT e.department, array_agg((e.payload ->> 'position')::bigint) AS positions
    FROM pg_temp.import_event e WHERE e.stream = 'exclusions' AND e.type = 'EventSetAside'
      AND e.payload ->> 'position' ~ '^[1-9][0-9]{0,17}$'
    GROUP BY e.department
  ) aside ON aside.department = i.department
  WHERE (i."position" = i.dense_position AND i.stream_version = i.dense_version
    AND i.ordinal = i.dense_ordinal AND i.recorded_at >= coalesce(i.recorded_before, i.recorded_at)
    AND i.department = ANY (p_department) AND octet_length(i.request) = 32
    AND octet_length(i.salt) IN (0, 16, 32) AND octet_length(i.leaf_hash) = 32
    AND (i.ordinal = 0 OR i.command_id = i.command_before)
    -- What was set aside is taken as it is, as far as a line can be made of it.
    AND CASE WHEN i."position" = ANY (aside.positions)
      THEN log.is_line(i.stream, i.type, i.schema_version, i.occurred_at, '{}')
        AND i.payload::text !~ '[\n\r]'
      ELSE log.is_event(
        i.stream, i.type, i.schema_version, i.occurred_at, i.payload::text, NULL) END
    AND CASE i.form
      WHEN 1 THEN i.door IS NULL AND i.salts IS NULL
        AND octet_length(i.salt) < 32 AND (octet_length(i.salt) = 0 OR i.leaf_hash = sha256(E'\\x00' || convert_to(log.line(
          i.actor, i.causation, i.command_id, i.correlation, i.department, i.occurred_at, i.ordinal,
          i.payload, i."position", i.recorded_at, i.request, i.salt, i.schema_version, i.stream,
          i.stream_version, i.type), 'UTF8')))
      WHEN 2 THEN octet_length(i.salt) > 0 AND i.leaf_hash = sha256(E'\\x00' || convert_to(log.line_2(
          i.actor, i.causation, i.command_id, i.correlation, i.department, i.door, i.occurred_at,
          i.ordinal, log.committed('', i.payload, i.salts), i."position", i.recorded_at, i.request,
          i.salt, i.schema_version, i.stream, i.stream_version, i.type), 'UTF8'))
      END) IS NOT TRUE
  ORDER BY i.line LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'line % of the export is no event that follows those before it', wrong
      USING ERRCODE = 'PD011', DETAIL = wrong::text;
  END IF;

  INSERT INTO event
  SELECT i.department, i."position", i.stream, i.stream_version, i.type, i.schema_version,
    i.command_id, i.ordinal, i.request, i.causation, i.correlation, i.actor, i.occurred_at,
    i.recorded_at, i.payload, i.salt, i.leaf_hash, i.form, i.door, i.salts
  FROM pg_temp.import_event i ORDER BY i.department, i."position";
  GET DIAGNOSTICS imported = ROW_COUNT;
  PERFORM log.make_all_access();
  RETURN imported;
END $$;
