package import Bilingual
import CanonicalJSON
package import CivilTime
package import Domain

/// What one course of one year asks for and pays, read from a dated file of `rules/subsidy`. A new
/// year is a new file. Nil is what the file doesn't know; nothing is made up for it.
package struct SubsidyRules: Sendable, Equatable {
  /// The file's name without its ending.
  package var id: String
  package var course: String
  package var name: Phrase
  /// The year, as people call it.
  package var label: Phrase
  /// First training days that they are in force for.
  package var validity: DateSpan
  package var validityNote: Phrase
  package var hours: HourRules
  package var deadlines: DeadlineRules
  package var limits: ExpenseLimits
  /// Yen that an establishment gets at most in a year.
  package var establishmentCap: Int
  package var schemes: [SubsidyScheme]
  package var forms: [FormName]
  /// What goes in with a paper, by its name in the data.
  package var attachments: [String: [Phrase]]
  package var unknown: [Phrase]
  package var sources: [RuleSource]
}

/// Which hours count.
package struct HourRules: Sendable, Equatable {
  package var leastMinutes: Int
  /// The whole training is refused where more than this share of it is no training: numerator,
  /// denominator.
  package var ineligibleShare: [Int]
  package var ineligibleNatures: [SubjectNature]
  /// Percent of the hours that each person must attend.
  package var attendancePercent: Int
  /// Short breaks and ceremonies that count; nil where the limit isn't known, and none is counted.
  package var pauseMinutesPerDay: Int?
  package var ceremonyMinutesPerCourse: Int?
}

package struct DeadlineRules: Sendable, Equatable {
  /// Months before the first day; nil for no earliest day that is known.
  package var planEarliestMonths: Int?
  package var planLatestMonths: Int
  /// Months from the day after the last day.
  package var claimMonths: Int
  package var keepYears: Int
}

/// Yen.
package struct ExpenseLimits: Sendable, Equatable {
  package var lecturerFeePerHour: Int
  package var lecturerTravel: Int
  package var lecturerLodgingPerNight: Int
}

/// For small and middle-sized enterprises, and for large ones.
package struct BySize: Sendable, Equatable {
  package var small: Int
  package var large: Int

  package func of(isSmall: Bool) -> Int { isSmall ? small : large }
}

package struct SubsidyScheme: Sendable, Equatable {
  package var id: String
  package var name: Phrase
  package var deliveries: [TrainingDelivery]
  package var allOf: [SubsidyCondition]
  /// One of them is enough; empty asks for none.
  package var anyOf: [SubsidyCondition]
  package var expensePercent: BySize
  /// Percentage points on top, where the condition holds.
  package var raise: (points: Int, when: SubsidyCondition)?
  package var wage: WageRule?
  package var caps: ExpenseCaps

  package static func == (a: SubsidyScheme, b: SubsidyScheme) -> Bool {
    a.id == b.id && a.name == b.name && a.deliveries == b.deliveries && a.allOf == b.allOf
      && a.anyOf == b.anyOf && a.expensePercent == b.expensePercent
      && a.raise?.points == b.raise?.points && a.raise?.when == b.raise?.when
      && a.wage == b.wage && a.caps == b.caps
  }
}

package struct WageRule: Sendable, Equatable {
  package var yenPerHour: BySize
  package var deliveries: [TrainingDelivery]
  /// Hours of one person in one plan.
  package var hourLimit: Int
}

package struct ExpenseCaps: Sendable, Equatable {
  package struct Band: Sendable, Equatable {
    package var fromHours: Int
    package var caps: BySize
  }

  /// Yen a person, by actual training hours, in rising order.
  package var bands: [Band]
  /// Deliveries without hours of their own, which the first band caps.
  package var firstBandFor: [TrainingDelivery]
  /// Yen a person and month.
  package var perPersonMonth: Int?
}

package struct FormName: Sendable, Equatable {
  package var paper: String
  package var name: Phrase
  /// Nil where none is known; none is printed then.
  package var number: String?
}

package struct RuleSource: Sendable, Equatable {
  package var id: String
  package var title: String
  package var url: String?
  package var isOfficial: Bool
}

extension SubsidyRules {
  package func form(_ paper: String) -> FormName? { forms.first { $0.paper == paper } }
}

/// All rules that the program carries.
package enum RuleBook {
  /// By course and year.
  package static func all() throws -> [SubsidyRules] {
    try embeddedFiles.filter { $0.path.hasPrefix("subsidy/") }.map { file in
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return try SubsidyRules(JSON(parsing: file.text), id: String(name.dropLast(5)))
    }
  }

  /// Those in force for a training that begins on the day.
  package static func rules(on day: LocalDate) throws -> [SubsidyRules] {
    try all().filter { $0.validity.contains(day) }
  }
}
