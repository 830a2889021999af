/// What a part of a training day is. Only `lesson` is training by itself; short breaks and ceremonies
/// count up to a limit that the rules say.
package enum DayPartKind: String, Sendable, CaseIterable {
  case lesson, meal, pause, ceremony, move, work
}

/// What a subject of a curriculum teaches. The rules say which of these are no training.
package enum SubjectNature: String, Sendable, CaseIterable {
  /// Knowledge and skills for the duties.
  case duties
  /// What every employee or citizen is taught, such as manners.
  case general
  /// Hobbies and accomplishments.
  case hobby
  /// Ordinary business: guidance by consultants, manuals, one's own products, quality circles.
  case ordinaryWork
  /// Conferences, exhibitions and the like.
  case conference
}

/// How a training reaches its people.
package enum TrainingDelivery: String, Sendable, CaseIterable {
  case classroom, liveOnline, eLearning, correspondence, subscription
}

package enum TrainingExpenseKind: String, Sendable, CaseIterable {
  case tuition, lecturerFee, lecturerTravel, lecturerLodging, venue, materials, registration
  case subscription, equipment
}

/// What only the employer can say, and a course asks for.
package enum SubsidyCondition: String, Sendable, CaseIterable {
  /// A small or middle-sized enterprise by the law's table.
  case smallOrMedium
  /// Covered by employment insurance.
  case insured
  /// A promoter of vocational ability development has been chosen.
  case developmentPromoter
  /// The establishment's plan of ability development stands and is made known.
  case developmentPlan
  /// A representative of the workers was heard on it.
  case workersHeard
  /// A business expansion within three years, or in the six months before.
  case businessExpansion
  /// Work in digital or green transformation.
  case digitalOrGreen
  /// A personnel plan of about three years for duties to come.
  case personnelPlan
  /// The employer bears all costs; nothing comes back from anybody.
  case bearsAllCosts
  /// Wages are paid as usual during the training.
  case wagesPaid
  /// The training meets the level of a digital specialist that the course names.
  case advancedDigital
  /// Wages rise afterwards as the course names it.
  case wageRise
}

/// What is filed for a subsidy.
package enum SubsidyFiling: String, Sendable, CaseIterable { case plan, change, claim }

extension DayPartKind: CodedValue {}
extension SubjectNature: CodedValue {}
extension TrainingDelivery: CodedValue {}
extension TrainingExpenseKind: CodedValue {}
extension SubsidyCondition: CodedValue {}
extension SubsidyFiling: CodedValue {}
