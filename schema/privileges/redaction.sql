-- Purpose: who may redact, and set events aside: an administrator, whom the server's own administrator names.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pdca_administrator') THEN
    CREATE ROLE pdca_administrator NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server was migrated at the same moment
END $$;

REVOKE ALL ON FUNCTION log.redact, log.set_aside FROM PUBLIC, pdca_member;
GRANT EXECUTE ON FUNCTION log.redact, log.set_aside TO pdca_administrator;
GRANT USAGE ON SCHEMA log TO pdca_administrator;
