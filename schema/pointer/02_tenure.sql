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
GRANT SELECT, INSERT, UPDATE ON read.tenure TO pdca_member;
