package enum IssueRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownIssue(ItemID)
  case alreadyRaised(ItemID, to: Layer)
  case unknownCycle(ItemID)
  case alreadyDecided(ItemID, decision: String)
  case wrongLayer(ItemID, addressed: Layer, decider: Layer?)
  case machineCannotDecide(ItemID, Account)
}
