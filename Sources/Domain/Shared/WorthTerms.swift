/// What money went into a training for; wages and time on cycles are computed, never recorded.
package enum CostKind: String, Sendable, CaseIterable {
  case design, delivery, materials, coordination, evaluation, tools
}

/// What a KPI measures, by the names that are compared between organizations.
package enum WorthIndicator: String, Sendable, CaseIterable {
  /// Hours that documents take.
  case documentHours
  case closeRate
  case clickThroughRate
  /// How often what a machine proposed is taken up.
  case proposalsAdopted
  /// How often people use what they were taught.
  case useFrequency
  /// Use cases made in the organization.
  case useCases
  case decisionLeadTime
  /// How long work takes that is like work done before.
  case likeWorkLeadTime
}

extension CostKind: CodedValue {}
extension WorthIndicator: CodedValue {}
