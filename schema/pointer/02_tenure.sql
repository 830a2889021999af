-- Purpose: which follower takes in a department's events. Beside the pointer, since epochs go on
--   across versions of the read models; it may be there.
-- Columns: beside each.
CREATE TABLE IF NOT EXISTS read.tenure (
  department text COLLATE "C" NOT NULL PRIMARY KEY,
  epoch bigint NOT NULL DEFAULT 1, -- raised by whoever takes the department over
  follower text, -- who has it; NULL once given back
  backend integer NOT NULL DEFAULT pg_backend_pid(), -- the follower's server process
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  moved_at timestamptz NOT NULL DEFAULT clock_timestamp() -- taken, or last written under
);
-- Tables of earlier programs lack it.
ALTER TABLE read.tenure
  ADD COLUMN IF NOT EXISTS taken_at timestamptz NOT NULL DEFAULT clock_timestamp();
-- Followers are the owner's; the sender's own work has names with a slash, which no department has.
REVOKE ALL ON read.tenure FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON read.tenure FROM :member, :sender;
  GRANT SELECT ON read.tenure TO :member;
  GRANT SELECT, INSERT, UPDATE ON read.tenure TO :sender;
$$);
DO $$
BEGIN
  IF NOT (SELECT c.relrowsecurity FROM pg_class c WHERE c.oid = 'read.tenure'::regclass) THEN
    ALTER TABLE read.tenure ENABLE ROW LEVEL SECURITY;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'read.tenure'::regclass AND polname = 'shown')
  THEN
    CREATE POLICY shown ON read.tenure FOR SELECT USING (true);
  END IF;
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'read.tenure'::regclass AND polname = 'sent')
  THEN
    CREATE POLICY sent ON read.tenure
      USING (strpos(department, '/') > 0 AND (SELECT log.is_in('sender')))
      WITH CHECK (strpos(department, '/') > 0 AND (SELECT log.is_in('sender')));
  END IF;
END $$;
