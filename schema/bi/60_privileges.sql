-- Purpose: who reads the star schema. Its group bears the database's name, since PostgreSQL's roles are the
--   server's; it reads what the views show and can name nothing else. Members see it as they see the read
--   models. What row security hides from somebody, the views hide.
DO $$
DECLARE
  reader constant name := ('pdca_bi_' || current_database())::name;
  source record;
BEGIN
  REVOKE ALL ON ALL TABLES IN SCHEMA bi, bi_store FROM PUBLIC;
  PERFORM log.restrict_reading('bi_store.signal', log.shown_of('signal')),
    log.restrict_reading('bi_store.gain', log.shown_of('gain')),
    log.restrict_reading('bi_store.computed', log.shown_of('checkpoint'));
  PERFORM log.for_groups('
    GRANT USAGE ON SCHEMA bi, bi_store TO :member;
    GRANT SELECT ON ALL TABLES IN SCHEMA bi TO :member;
    REVOKE ALL ON bi_store.signal, bi_store.gain, bi_store.computed, bi_store.gains_computed FROM :member;
    GRANT SELECT ON bi_store.pseudonym, bi_store.currency, bi_store.calendar, bi_store.word,
      bi_store.state, bi_store.signal, bi_store.gain, bi_store.computed, bi_store.gains_computed
      TO :member');
  BEGIN
    IF to_regrole(quote_ident(reader)) IS NULL THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', reader);
    END IF;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
      NULL; -- another migration of this database made it at the same moment
    WHEN insufficient_privilege THEN
      RAISE NOTICE 'the group % was not made: %', reader, SQLERRM;
      RETURN;
  END;
  EXECUTE format('GRANT USAGE ON SCHEMA bi TO %I', reader);
  IF (SELECT pg_has_role(d.datdba, 'USAGE') FROM pg_database d WHERE d.datname = current_database()) THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), reader);
  END IF;
  EXECUTE format('GRANT EXECUTE ON FUNCTION log.reads_all(), log.reads_shared(), log.readable(), log.is_head(text),'
    ' log.is_validated(text, text) TO %I', reader);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA bi TO %I', reader);
  -- The views ask with the reader's rights: of what they are made of just the columns that they use, and
  -- no schema of it, so that nothing but the views can ask.
  FOR source IN
    SELECT d.refobjid::regclass AS relation,
      string_agg(DISTINCT quote_ident(a.attname), ', ') AS columns
    FROM pg_depend d
    JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
    JOIN pg_class v ON v.oid = r.ev_class
    JOIN pg_class c ON c.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE v.relnamespace IN ('bi'::regnamespace, 'bi_store'::regnamespace)
      AND v.relname <> 'pseudonym' AND d.refobjsubid > 0 AND c.relnamespace <> 'bi'::regnamespace
      AND c.relnamespace <> 'pg_catalog'::regnamespace AND c.oid <> v.oid
    GROUP BY d.refobjid
  LOOP
    EXECUTE format('GRANT SELECT (%s) ON %s TO %I', source.columns, source.relation, reader);
  END LOOP;
END $$;
