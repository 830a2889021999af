package import CivilTime
package import Domain
package import Tables

/// A text that can't be taken as what it is to be: an argument, an answer, or a field of a file or
/// a form.
package enum InputFault: Error {
  /// - Parameter argument: the name of the argument or column: `--due`, `VALUE`, `occurred_at`.
  case unreadable(argument: String, text: String, wanted: Wanted)
  /// A date, time or period that is none, or could be several.
  case date(argument: String, text: String, DateFault)
  /// A number that can't be taken as written.
  case number(argument: String, text: String, NumberFault)
  /// A week where a month is wanted, or the other way round; of a KPI, or else of a review.
  case otherPeriod(argument: String, found: ReviewPeriod, wanted: Cadence, isOfKPI: Bool)
  /// A code that stands for no currency.
  case unknownCurrency(argument: String, code: String)
  /// An amount with more decimals than its currency has.
  case tooFine(argument: String, text: String, currency: String, decimals: Int)
  /// A time that has not come.
  case future(argument: String, text: String, now: Now)

  /// The organization's local time, as far as it is held against it.
  package enum Now: Sendable {
    case day(LocalDate)
    case time(LocalDateTime)
  }

  /// What a text is to be.
  package enum Wanted: String, CaseIterable, Sendable {
    case departmentCode, kpiCode, date, fileDate, instant, number, wholeNumber, decisionID, reviewID
    case cycleID, lessonID, issueID, designID, conceptID, sessionID, clockSpan
    case period, signal, uuid, minutes, money, account, layer, choice, timeZone, month
    case title, problem, change, prediction, due, kpi, reason, name, text, unit, value, subject
    case seconds, laterMoment, conditions, suggestion, rationale, output, namedFile
    case listenAddress, httpsAddress, session, task, byAI, byPeople, firstStep

    /// The id of an item of that kind.
    package init(idOf kind: ItemKind) {
      self =
        switch kind {
        case .cycle: .cycleID
        case .lesson: .lessonID
        case .issue: .issueID
        case .design: .designID
        case .concept: .conceptID
        }
    }
  }
}
