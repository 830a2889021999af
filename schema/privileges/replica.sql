-- Purpose: what makes a reporting server is the owner's alone.
REVOKE EXECUTE ON FUNCTION log.follow(text, text, text), log.follow_nobody(), log.guard_replica(),
  log.take_in_replicated() FROM pdca_member;
