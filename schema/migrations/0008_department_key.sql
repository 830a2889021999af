-- Purpose: what no two departments may share, in a table of its own: codes that differ in letter case alone,
--   and the head's part. Where logs are spread over servers by department, a unique index of log.department
--   that lacks the department could not be held; this small table stands whole on each of them.
-- Never edited once released: its checksum is kept in every database.

CREATE TABLE log.department_key (
  department text COLLATE "C" NOT NULL PRIMARY KEY,
  head boolean NOT NULL,
  UNIQUE (department, head)
);
-- Codes that differ in letter case alone would be read as one department.
CREATE UNIQUE INDEX department_key_folded ON log.department_key (lower(department));
-- At most one department is the head.
CREATE UNIQUE INDEX department_key_one_head ON log.department_key (head) WHERE head;

INSERT INTO log.department_key (department, head) SELECT d.department, d.head FROM log.department d;
ALTER TABLE log.department
  ADD CONSTRAINT department_has_key FOREIGN KEY (department, head) REFERENCES log.department_key (department, head);
DROP INDEX log.department_code_folded;
DROP INDEX log.department_one_head;

-- Transactions that redact where the log is spread over servers: a department's events are in another
-- server's transaction then, so that the row's own mark tells nothing. Empty but within such a transaction.
CREATE TABLE log.redacting (
  "transaction" xid8 NOT NULL PRIMARY KEY
);
