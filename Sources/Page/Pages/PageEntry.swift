import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Postgres
import ReadModels
import Tables
import Wording

/// An entry that was sent by a form, and recording it.
struct PageEntry {
  enum Kind: String, CaseIterable {
    case action, observation, decision, done

    var path: String {
      switch self {
      case .action: "/actions"
      case .observation: "/observations"
      case .decision: "/issues/decide"
      case .done: "/decisions/done"
      }
    }

    init?(path: String) {
      guard let kind = Self.allCases.first(where: { $0.path == path }) else { return nil }
      self = kind
    }
  }

  let kind: Kind
  let form: PageQuery

  /// Records it as the person of the office, and answers with the page that shows it.
  /// - Throws: what the office refuses, and `EntryFault`.
  func record(at office: Office) throws -> PageAddress {
    switch kind {
    case .action: try recordAction(office)
    case .observation: try recordObservation(office)
    case .decision: try recordDecision(office)
    case .done: try recordDone(office)
    }
  }

  private func field(_ name: String) throws(EntryFault) -> String {
    guard let text = form[name] else { throw .missing(name) }
    // A browser sends line ends as CR LF.
    return text.replacing("\r\n", with: "\n")
  }

  private func optional(_ name: String) -> String? {
    form[name].map { $0.replacing("\r\n", with: "\n") }
  }

  /// Kept by the form, so that sending it twice records it once.
  private func order(in department: DepartmentCode, commutes: Bool = false) throws -> Order {
    guard let id = CommandID(try field("command")) else { throw EntryFault.unreadable("command") }
    return Order(department, commandID: id, commutes: commutes)
  }

  private func item(_ kind: ItemKind, _ office: Office) throws -> ItemID {
    let text = try field("about")
    guard let id = ItemID(text), id.kind == kind else { throw EntryFault.unreadable("about") }
    return try office.known(id)
  }

  private func recordAction(_ office: Office) throws -> PageAddress {
    let id = try item(.cycle, office)
    let minutes = try optional("minutes").map { text in
      guard let minutes = DurationText.minutes(text) else {
        throw EntryFault.unreadable("minutes")
      }
      return minutes
    }
    let entry = ActionEntry(text: try field("text"), minutes: minutes, link: nil)
    _ = try office.record(.log(entry), on: id, order(in: id.department, commutes: true))
    return .item(id)
  }

  private func recordObservation(_ office: Office) throws -> PageAddress {
    guard let reference = KPIReference(try field("about")) else {
      throw EntryFault.unreadable("about")
    }
    let kpi = try office.definedKPI(reference)
    guard let (value, part) = NumberReader(unit: kpi.unit).measurement(try field("value")) else {
      throw EntryFault.unreadable("value")
    }
    let dates = DateReader(today: office.today, zone: office.setting.zone)
    let observation = Observation(
      period: try period(of: kpi, dates), value: value, denominator: part)
    _ = try office.record(
      .record(observation), on: kpi.reference, order(in: kpi.department, commutes: true))
    return .kpi(kpi.reference)
  }

  private func recordDecision(_ office: Office) throws -> PageAddress {
    let id = try item(.issue, office)
    _ = try office.decide(
      field("decision"), why: optional("why"), on: id, order(in: id.department))
    return .item(id)
  }

  private func recordDone(_ office: Office) throws -> PageAddress {
    guard let id = DecisionID(try field("about")) else { throw EntryFault.unreadable("about") }
    let home = try office.department(named: id.review.department.rawValue)
    let decision = DecisionID(ReviewID(home, id.review.period), id.number)
    _ = try office.answer([decision], .done(note: optional("note")), order(in: home))
    return .review(decision.review)
  }

  private func period(of kpi: KPIRow, _ dates: DateReader) throws -> LocalDate {
    guard let found = try? dates.period(field("period")) else {
      throw EntryFault.unreadable("period")
    }
    guard let first = kpi.cadence.firstDay(of: found) else {
      throw EntryFault.otherPeriod(kpi.cadence)
    }
    return first
  }
}

/// What is wrong with a form before anything is asked of the log.
enum EntryFault: Error, Equatable {
  /// A field that nothing was typed into.
  case missing(String)
  case unreadable(String)
  /// A week where a month is wanted, or the other way round.
  case otherPeriod(Cadence)
}

extension EntryFault: Worded {
  private static func name(_ field: String) -> Phrase {
    switch field {
    case "text": Phrase(en: "what was done", ja: "実施した内容")
    case "minutes": Phrase(en: "the time it took", ja: "所要時間")
    case "period": Phrase(en: "the period", ja: "期間")
    case "value": Phrase(en: "the value", ja: "値")
    case "decision": Phrase(en: "what is decided", ja: "決定事項")
    default: Phrase(en: "the form", ja: "フォームの内容")
    }
  }

  var refused: Phrase {
    switch self {
    case .missing(let field):
      let name = Self.name(field)
      return Phrase(
        en: "\(name.en) is missing. Nothing was recorded.", ja: "\(name.ja)が入力されていません。何も記録していません。")
    case .unreadable(let field):
      let name = Self.name(field)
      return Phrase(
        en: "\(name.en) can't be read. Nothing was recorded.", ja: "\(name.ja)を読み取れません。何も記録していません。")
    case .otherPeriod(let wanted):
      return Phrase(
        en: "the KPI is \(wanted.words.en): give such a period. Nothing was recorded.",
        ja: "このKPIは\(wanted.words.ja)です。それに合う期間を指定してください。何も記録していません。")
    }
  }

  var steps: [Step] { [] }
}
