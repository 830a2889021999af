import CanonicalJSON
package import CivilTime

/// What the papers for a training design's subsidy need beside the design itself, in the head
/// department's log (stream `subsidy-N`, whose number is the design's). Times are those of clocks in
/// the organization's time zone. Names and terms of employment stay outside.
package enum SubsidyEvent: Sendable, Equatable {
  case providerContracted(TrainingProvider)
  /// The whole curriculum; the latest is in force.
  case curriculumSet([CurriculumSubject])
  case workingHoursStated(WorkingHours)
  /// What a day is planned to be; the latest is in force.
  case timesPlanned(session: Int, parts: [DayPart])
  /// What it was; the latest is in force.
  case timesRecorded(session: Int, parts: [DayPart])
  /// When one person took part; several spans of one day add up.
  case attendanceTimed(session: Int, account: Account, span: ClockSpan)
  /// Takes back all spans of the person in the session recorded before.
  case attendanceWithdrawn(session: Int, account: Account, reason: String)
  case expenseRecorded(TrainingExpense)
  case conditionStated(SubsidyCondition, holds: Bool, note: String?)
  /// A paper went in.
  case filed(SubsidyFiling, on: LocalDate, reference: String?)
}

package struct TrainingProvider: Sendable, Equatable {
  package var name: String
  package var contractedOn: LocalDate?
  /// The contract's or estimate's own number.
  package var reference: String?
  package var delivery: TrainingDelivery
  /// Whether the establishment holds the training itself, with its own or invited lecturers.
  package var isInHouse: Bool
  /// How the contract came about, and any offer that lowers what it costs.
  package var story: String?

  package init(
    name: String, contractedOn: LocalDate?, reference: String?, delivery: TrainingDelivery,
    isInHouse: Bool, story: String?
  ) {
    self.name = name
    self.contractedOn = contractedOn
    self.reference = reference
    self.delivery = delivery
    self.isInHouse = isInHouse
    self.story = story
  }
}

package struct CurriculumSubject: Sendable, Equatable {
  package var title: String
  package var minutes: Int
  package var nature: SubjectNature
  /// The design's item that it teaches.
  package var item: Int?

  package init(title: String, minutes: Int, nature: SubjectNature = .duties, item: Int? = nil) {
    self.title = title
    self.minutes = minutes
    self.nature = nature
    self.item = item
  }
}

package struct DayPart: Sendable, Equatable {
  package var span: ClockSpan
  package var kind: DayPartKind
  /// What is taught, by its place in the curriculum from 1.
  package var subject: Int?

  package init(_ span: ClockSpan, _ kind: DayPartKind, subject: Int? = nil) {
    self.span = span
    self.kind = kind
    self.subject = subject
  }
}

/// Scheduled working hours.
package struct WorkingHours: Sendable, Equatable {
  package var span: ClockSpan
  package var breaks: [ClockSpan]
  /// ISO 8601: Monday = 1 … Sunday = 7.
  package var daysOff: [Int]
  package var holidays: [LocalDate]
  /// Whose they are; empty for everyone who has none of their own.
  package var accounts: [Account]

  package init(
    span: ClockSpan, breaks: [ClockSpan] = [], daysOff: [Int] = [], holidays: [LocalDate] = [],
    accounts: [Account] = []
  ) {
    self.span = span
    self.breaks = breaks
    self.daysOff = daysOff
    self.holidays = holidays
    self.accounts = accounts
  }
}

package struct TrainingExpense: Sendable, Equatable {
  package var kind: TrainingExpenseKind
  package var what: String
  package var amount: Money
  package var paidOn: LocalDate?
  /// The log keeps its name and its hash; the file stays with the employer.
  package var receipt: EvidenceFile?

  package init(
    kind: TrainingExpenseKind, what: String, amount: Money, paidOn: LocalDate? = nil,
    receipt: EvidenceFile? = nil
  ) {
    self.kind = kind
    self.what = what
    self.amount = amount
    self.paidOn = paidOn
    self.receipt = receipt
  }
}

extension SubsidyEvent: StoredEvent {
  package static let cases: [EventCase<SubsidyEvent>] = [
    EventCase(
      "TrainingProviderContracted", SubsidyEvent.providerContracted, TrainingProvider.form
    ) {
      if case .providerContracted(let provider) = $0 { provider } else { nil }
    },
    EventCase(
      "CurriculumSet", SubsidyEvent.curriculumSet, .list("subjects", CurriculumSubject.form)
    ) {
      if case .curriculumSet(let subjects) = $0 { subjects } else { nil }
    },
    EventCase("WorkingHoursStated", SubsidyEvent.workingHoursStated, WorkingHours.form) {
      if case .workingHoursStated(let hours) = $0 { hours } else { nil }
    },
    EventCase(
      "SessionTimesPlanned", SubsidyEvent.timesPlanned, .value("session"),
      .list("parts", DayPart.form)
    ) {
      if case .timesPlanned(let session, let parts) = $0 { (session, parts) } else { nil }
    },
    EventCase(
      "SessionTimesRecorded", SubsidyEvent.timesRecorded, .value("session"),
      .list("parts", DayPart.form)
    ) {
      if case .timesRecorded(let session, let parts) = $0 { (session, parts) } else { nil }
    },
    EventCase(
      "AttendanceTimed", SubsidyEvent.attendanceTimed, .value("session"), .value("account"),
      ClockSpan.form
    ) {
      if case .attendanceTimed(let session, let account, let span) = $0 {
        (session, account, span)
      } else {
        nil
      }
    },
    EventCase(
      "AttendanceWithdrawn", SubsidyEvent.attendanceWithdrawn, .value("session"),
      .value("account"), .text("reason", .reason)
    ) {
      if case .attendanceWithdrawn(let session, let account, let reason) = $0 {
        (session, account, reason)
      } else {
        nil
      }
    },
    EventCase("TrainingExpenseRecorded", SubsidyEvent.expenseRecorded, TrainingExpense.form) {
      if case .expenseRecorded(let expense) = $0 { expense } else { nil }
    },
    EventCase(
      "SubsidyConditionStated", SubsidyEvent.conditionStated, .value("condition"),
      .value("holds"), .text("note", .note)
    ) {
      if case .conditionStated(let condition, let holds, let note) = $0 {
        (condition, holds, note)
      } else {
        nil
      }
    },
    EventCase(
      "SubsidyPaperFiled", SubsidyEvent.filed, .value("paper"), .value("on"),
      .text("reference", .name)
    ) {
      if case .filed(let paper, let day, let reference) = $0 {
        (paper, day, reference)
      } else {
        nil
      }
    },
  ]
}

extension TrainingProvider {
  static let form = Field<TrainingProvider>.record(
    TrainingProvider.init, (\.name, .text("name", .title)),
    (\.contractedOn, .value("contractedOn")), (\.reference, .text("reference", .name)),
    (\.delivery, .value("delivery")), (\.isInHouse, .value("inHouse")),
    (\.story, .text("story", .note)))
}

extension CurriculumSubject {
  static let form = Field<CurriculumSubject>.record(
    CurriculumSubject.init, (\.title, .text("title", .item)), (\.minutes, .value("minutes")),
    (\.nature, .value("nature")), (\.item, .value("item")))
}

extension DayPart {
  static let form = Field<DayPart>.record(
    DayPart.init, (\.span, ClockSpan.form), (\.kind, .value("kind")),
    (\.subject, .value("subject")))
}

extension WorkingHours {
  static let form = Field<WorkingHours>.record(
    WorkingHours.init, (\.span, ClockSpan.form), (\.breaks, .list("breaks", ClockSpan.form)),
    (\.daysOff, .numbers("daysOff")), (\.holidays, .value("holidays")),
    (\.accounts, .value("accounts")))
}

extension TrainingExpense {
  static let form = Field<TrainingExpense>.record(
    TrainingExpense.init, (\.kind, .value("kind")), (\.what, .text("what", .item)),
    (\.amount, .amount("amount")), (\.paidOn, .value("paidOn")),
    (\.receipt, EvidenceFile.receipt))
}

extension EvidenceFile {
  /// Under `receipt`, where there is one.
  fileprivate static let receipt = Field<EvidenceFile?>(["receipt": .objects(form.members)]) {
    (fields) throws(PayloadError) in
    guard let receipt = try fields.optionalObject("receipt") else { return nil }
    return try form.read(receipt)
  } write: { value, object in
    if let value { object["receipt"] = .object(form.object(value)) }
  }
}

/// What decisions on the papers' records need to know of them.
package struct SubsidyRecord: Sendable, Equatable {
  package private(set) var subjects = 0
  package private(set) var provider: TrainingProvider?
  package private(set) var conditions: [SubsidyCondition: Bool] = [:]
  /// Spans of each person in each session.
  package private(set) var attendance: [Place: [ClockSpan]] = [:]

  package struct Place: Hashable, Sendable {
    package var session: Int
    package var account: Account
  }

  package init() {}

  package mutating func evolve(_ event: SubsidyEvent) {
    switch event {
    case .providerContracted(let provider): self.provider = provider
    case .curriculumSet(let subjects): self.subjects = subjects.count
    case .attendanceTimed(let session, let account, let span):
      attendance[Place(session: session, account: account), default: []].append(span)
    case .attendanceWithdrawn(let session, let account, _):
      attendance[Place(session: session, account: account)] = nil
    case .conditionStated(let condition, let holds, _): conditions[condition] = holds
    case .workingHoursStated, .timesPlanned, .timesRecorded, .expenseRecorded, .filed: break
    }
  }
}
