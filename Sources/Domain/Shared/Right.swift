/// What somebody may do in a department. Which events need it, and which layers and roles have it, stands in
/// the schema (`log.event_right`, `log.part_right`) and is what holds; a command names the right of the events
/// that it causes, so that whoever lacks it is told that, and not a rule that they couldn't mend.
package enum Right: String, Sendable, Equatable, CaseIterable {
  /// Entries of daily work.
  case record
  /// Results of cycles.
  case judge
  /// A department's KPIs, lessons and practices.
  case lead
  case review
  /// Decisions in reviews, and on issues.
  case resolve
  /// Roll-outs and adoptions.
  case share
  /// Hypotheses.
  case propose
  case train
  /// What counts for the organization: strategy, approvals.
  case decide
  case administer
}
