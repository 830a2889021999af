-- Purpose: what the application role may do: read the log as row security shows it (see
--   reading.sql), and append through log.append.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pdca_member') THEN
    CREATE ROLE pdca_member NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server was migrated at the same moment
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA log FROM PUBLIC, pdca_member;
GRANT USAGE ON SCHEMA log TO pdca_member;
GRANT SELECT ON ALL TABLES IN SCHEMA log TO pdca_member;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA log TO pdca_member;
-- The owner's alone.
REVOKE EXECUTE ON FUNCTION log.stage_import() FROM pdca_member;
REVOKE EXECUTE ON FUNCTION log.import(text[], boolean[], timestamptz[], text[]) FROM pdca_member;
