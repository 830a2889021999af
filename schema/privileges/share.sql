-- Purpose: who sets up what is sent, and who sends. Administrators set up and see how it goes; secrets are
--   written by them and read by the sender alone. A person sees the targets that read as them or that
--   they added.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pdca_sender') THEN
    CREATE ROLE pdca_sender NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server was migrated at the same moment
END $$;

REVOKE ALL ON SCHEMA share FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA share FROM PUBLIC, pdca_member, pdca_administrator, pdca_sender;
GRANT USAGE ON SCHEMA share TO pdca_member, pdca_administrator, pdca_sender;
GRANT SELECT ON share.target, share.delivery, share.progress TO pdca_member;
GRANT SELECT, INSERT, UPDATE, DELETE ON share.target, share.delivery, share.progress
  TO pdca_administrator, pdca_sender;
GRANT SELECT (target), INSERT, DELETE ON share.secret TO pdca_administrator;
GRANT SELECT ON share.secret TO pdca_sender;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA share FROM PUBLIC, pdca_member;
GRANT EXECUTE ON FUNCTION share.change_secret(text, jsonb) TO pdca_administrator;

ALTER TABLE share.target ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.delivery ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS target_own ON share.target;
CREATE POLICY target_own ON share.target FOR SELECT
  USING (reader = current_user OR added_by = current_user);
DROP POLICY IF EXISTS target_kept ON share.target;
CREATE POLICY target_kept ON share.target TO pdca_administrator, pdca_sender
  USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS delivery_own ON share.delivery;
CREATE POLICY delivery_own ON share.delivery FOR SELECT
  USING (EXISTS (SELECT FROM share.target t WHERE t.name = target));
DROP POLICY IF EXISTS delivery_kept ON share.delivery;
CREATE POLICY delivery_kept ON share.delivery TO pdca_administrator, pdca_sender
  USING (true) WITH CHECK (true);
