-- Purpose: who sets up what is sent, and who sends. Administrators set up and see how it goes; secrets are
--   written by them and read by the sender alone. A person sees the targets that read as them or that
--   they added.
REVOKE ALL ON SCHEMA share FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA share FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA share FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON ALL TABLES IN SCHEMA share FROM :member, :administrator, :sender;
  GRANT USAGE ON SCHEMA share TO :member, :administrator, :sender;
  GRANT SELECT ON share.target, share.delivery, share.progress TO :member;
  GRANT SELECT, INSERT, UPDATE, DELETE ON share.target, share.delivery, share.progress
    TO :administrator, :sender;
  GRANT SELECT (target), INSERT, DELETE ON share.secret TO :administrator;
  GRANT SELECT ON share.secret TO :sender;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA share FROM :member;
  GRANT EXECUTE ON FUNCTION share.change_secret(text, jsonb) TO :administrator;
$$);

ALTER TABLE share.target ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.secret ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS target_own ON share.target;
CREATE POLICY target_own ON share.target FOR SELECT
  USING (reader = current_user OR added_by = current_user);
DROP POLICY IF EXISTS target_kept ON share.target;
CREATE POLICY target_kept ON share.target
  USING ((SELECT log.administers() OR log.is_in('sender')))
  WITH CHECK ((SELECT log.administers() OR log.is_in('sender')));
DROP POLICY IF EXISTS delivery_own ON share.delivery;
CREATE POLICY delivery_own ON share.delivery FOR SELECT
  USING (EXISTS (SELECT FROM share.target t WHERE t.name = target));
DROP POLICY IF EXISTS delivery_kept ON share.delivery;
CREATE POLICY delivery_kept ON share.delivery
  USING ((SELECT log.administers() OR log.is_in('sender')))
  WITH CHECK ((SELECT log.administers() OR log.is_in('sender')));
DROP POLICY IF EXISTS progress_own ON share.progress;
CREATE POLICY progress_own ON share.progress FOR SELECT
  USING (EXISTS (SELECT FROM share.target t WHERE t.name = target));
DROP POLICY IF EXISTS progress_kept ON share.progress;
CREATE POLICY progress_kept ON share.progress
  USING ((SELECT log.administers() OR log.is_in('sender')))
  WITH CHECK ((SELECT log.administers() OR log.is_in('sender')));
DROP POLICY IF EXISTS secret_kept ON share.secret;
CREATE POLICY secret_kept ON share.secret
  USING ((SELECT log.administers() OR log.is_in('sender')))
  WITH CHECK ((SELECT log.administers()));
