-- Purpose: the reports of closed reviews, kept beside the log so that every later program shows what was
--   closed. Nothing in them is a fact: facts stand in the log alone, which pins the hash of each.
-- Never edited once released: its checksum is kept in every database.

CREATE SCHEMA kept;

CREATE TABLE kept.report (
  department text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,         -- such as review-2026-W47
  form integer NOT NULL CHECK (form >= 1),  -- of the report
  report text NOT NULL,                     -- RFC 8785 text; the closing, or its snapshot, pins its SHA-256
  document_en text NOT NULL,                -- RFC 8785 text: the report as people read it
  document_ja text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  kept_by text COLLATE "C" NOT NULL DEFAULT session_user,
  PRIMARY KEY (department, stream)
);

COMMENT ON TABLE kept.report IS
  'Reports of closed reviews. Written through kept.keep; a redaction takes away those that show its text.';
