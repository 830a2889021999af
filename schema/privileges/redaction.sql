-- Purpose: who may redact, and set events aside: an administrator, whom the server's own administrator names.
REVOKE ALL ON FUNCTION log.redact, log.set_aside FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON FUNCTION log.redact, log.set_aside FROM :member;
  GRANT EXECUTE ON FUNCTION log.redact, log.set_aside TO :administrator;
$$);
