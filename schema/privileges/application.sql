-- Purpose: the database's groups, and what members may do: read the log as row security shows it (see
--   reading.sql), and append through log.append.
SELECT log.make_groups();
SELECT log.leave_former_groups();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA log FROM PUBLIC;
SELECT log.for_groups($$
  REVOKE ALL ON ALL TABLES IN SCHEMA log FROM :member, :administrator, :sender;
  GRANT USAGE ON SCHEMA log TO :member;
  GRANT SELECT ON ALL TABLES IN SCHEMA log TO :member;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA log TO :member;
  -- The owner's alone.
  REVOKE EXECUTE ON FUNCTION log.stage_import() FROM :member;
  REVOKE EXECUTE ON FUNCTION log.import(text[], boolean[], timestamptz[], text[]) FROM :member;
  REVOKE EXECUTE ON FUNCTION log.for_groups(text), log.make_group(name), log.make_groups(), log.disown(oid),
    log.leave_former_groups(), log.close_to_public() FROM :member;
  -- Policies of what is sent ask who is in which group.
  GRANT USAGE ON SCHEMA log TO :administrator, :sender;
  GRANT SELECT ON log.login_group TO :administrator, :sender;
  GRANT EXECUTE ON FUNCTION log.group_of(text), log.is_in(text), log.administers(), log.reads_shared()
    TO :administrator, :sender;
$$);
