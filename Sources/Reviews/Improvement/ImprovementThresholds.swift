/// Days and shares from which a rule fires; docs/improvement.md lists them.
package enum ImprovementThresholds {
  /// A hypothesis that nobody tested for so many days.
  package static let hypothesisDays = 14
  /// A draft that nobody validated for so many days.
  package static let draftDays = 7
  /// An issue that nobody decided for so many days.
  package static let issueDays = 14
  /// A roll-out that the department left unanswered for so many days.
  package static let rollOutDays = 14
  /// A validated lesson that no training design answered for so many days.
  package static let trainingLessonDays = 28
  /// A validated lesson that no other department met for so many days.
  package static let unusedLessonDays = 28
  /// A department that logged nothing for so many days.
  package static let quietDays = 14
  /// The busiest department logged at least so many times as many entries a person as this one.
  package static let gapFactor = 4.0
  /// And at least so many entries a person itself.
  package static let gapLevel = 2.0
  /// Promoters of a department logged at least so many entries in the period.
  package static let promoterEntries = 3

  /// A decision that was put off more often goes to the sponsor.
  package static let mostPutOff = 2

  /// By name, as snapshots pin them.
  package static let all: [String: Double] = [
    "hypothesisDays": Double(hypothesisDays), "draftDays": Double(draftDays),
    "issueDays": Double(issueDays), "rollOutDays": Double(rollOutDays),
    "trainingLessonDays": Double(trainingLessonDays),
    "unusedLessonDays": Double(unusedLessonDays), "quietDays": Double(quietDays),
    "gapFactor": gapFactor, "gapLevel": gapLevel, "promoterEntries": Double(promoterEntries),
    "mostPutOff": Double(mostPutOff),
  ]
}
