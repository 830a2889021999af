-- Purpose: who reads and keeps reports. Only the one that the log pins can be kept.
REVOKE ALL ON SCHEMA kept FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA kept FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kept FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON ALL TABLES IN SCHEMA kept FROM :member;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kept FROM :member;
  GRANT USAGE ON SCHEMA kept TO :member;
  GRANT SELECT ON ALL TABLES IN SCHEMA kept TO :member;
  GRANT EXECUTE ON FUNCTION kept.keep(text, text, integer, text, text, text) TO :member;
$$);
