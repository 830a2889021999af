-- Purpose: what makes a reporting server is the owner's alone.
SELECT log.for_groups($$
  REVOKE EXECUTE ON FUNCTION log.follow(text, text, text), log.follow_nobody(), log.guard_replica(),
    log.take_in_replicated() FROM :member;
$$);
