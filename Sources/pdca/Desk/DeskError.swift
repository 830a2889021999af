import CivilTime
import Domain
import Postgres
import Tables

/// What goes wrong before a command reaches the log.
enum DeskError: Error {
  /// An argument that can't be read as what it should be.
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
  /// A time that has not come; `now` is the organization's local time.
  case future(argument: String, text: String, now: String)
  /// `--as-of` on a command that writes.
  case lookingBack(command: String, option: String)
  /// No department is named, and none is current.
  case noDepartment(known: [String])
  /// Several open cycles of the person could be meant, and nobody can be asked.
  case severalCycles([(id: ItemID, title: String)], in: DepartmentCode)
  /// All that is missing, and can't be asked for.
  case missing([Missing])
  /// A role that the server doesn't know.
  case noRole(String)
  /// A command for the private server, where another database is in use.
  case notPrivate
  /// A restore into a database that holds something.
  case notEmpty
  case programFailed(name: String, output: String)

  struct Missing {
    let wanted: Wanted
    /// How it is given: `--reason`, `<text>`.
    let argument: String
  }

  static func missing(_ wanted: Wanted, argument: String) -> DeskError {
    .missing([Missing(wanted: wanted, argument: argument)])
  }

  /// What an argument is to be.
  enum Wanted: String, CaseIterable {
    case departmentCode, kpiCode, date, fileDate, instant, number, wholeNumber, decisionID, reviewID
    case cycleID, lessonID, issueID, designID, conceptID, sessionID, clockSpan
    case period, signal, uuid, minutes, money, account, layer, choice, timeZone, month
    case title, problem, change, prediction, due, kpi, reason, name, text, unit, value, subject
    case seconds, laterMoment, conditions, suggestion, rationale, output, namedFile
    case listenAddress, httpsAddress, session, task, byAI, byPeople, firstStep
  }
}
