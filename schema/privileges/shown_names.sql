-- Purpose: names and absences are every member's to read; people keep their own, and administrators all.
--   Addresses are administrators' to write and the sender's to read.
REVOKE ALL ON SCHEMA people FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA people FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA people FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON ALL TABLES IN SCHEMA people FROM :member, :administrator, :sender;
  GRANT USAGE ON SCHEMA people TO :member, :administrator, :sender;
  GRANT SELECT (account, name, language), INSERT (account, name, language),
    UPDATE (name, language, changed_at, changed_by) ON people.directory TO :member;
  GRANT SELECT, INSERT ON people.absence TO :member;
  GRANT SELECT, INSERT, UPDATE, DELETE ON people.directory, people.absence TO :administrator;
  GRANT SELECT ON people.directory, people.absence TO :sender;
  GRANT EXECUTE ON FUNCTION people.forget_absence(text, date) TO :member, :administrator;
$$);

ALTER TABLE people.directory ENABLE ROW LEVEL SECURITY;
ALTER TABLE people.absence ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS directory_read ON people.directory;
CREATE POLICY directory_read ON people.directory FOR SELECT
  USING ((SELECT log.reads_shared() OR log.is_in('sender')) OR account = current_user);
DROP POLICY IF EXISTS directory_own ON people.directory;
CREATE POLICY directory_own ON people.directory FOR INSERT WITH CHECK (account = current_user);
DROP POLICY IF EXISTS directory_changed ON people.directory;
CREATE POLICY directory_changed ON people.directory FOR UPDATE
  USING (account = current_user) WITH CHECK (account = current_user);
DROP POLICY IF EXISTS directory_kept ON people.directory;
CREATE POLICY directory_kept ON people.directory
  USING ((SELECT log.administers())) WITH CHECK ((SELECT log.administers()));
DROP POLICY IF EXISTS absence_read ON people.absence;
CREATE POLICY absence_read ON people.absence FOR SELECT
  USING ((SELECT log.reads_shared() OR log.is_in('sender')) OR account = current_user);
DROP POLICY IF EXISTS absence_own ON people.absence;
CREATE POLICY absence_own ON people.absence FOR INSERT WITH CHECK (account = current_user);
DROP POLICY IF EXISTS absence_gone ON people.absence;
DROP POLICY IF EXISTS absence_kept ON people.absence;
CREATE POLICY absence_kept ON people.absence
  USING ((SELECT log.administers())) WITH CHECK ((SELECT log.administers()));
