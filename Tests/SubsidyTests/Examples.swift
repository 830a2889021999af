import CivilTime
import Domain

@testable import Subsidy

func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }
func span(_ text: String) -> ClockSpan { ClockSpan(text)! }
let sato = Account("sato")!
let suzuki = Account("suzuki")!

func rules(_ id: String) throws -> SubsidyRules {
  try RuleBook.all().first { $0.id == id }!
}

extension TrainingRecord {
  /// Days with these parts, attended by everybody for the spans given.
  static func held(
    from first: String = "2025-05-12", days: Int, parts: [DayPart],
    attendance: [Account: [[ClockSpan]]]
  ) -> TrainingRecord {
    var record = TrainingRecord(design: ItemID("HQ-D1")!, title: "生成AI活用研修")
    record.sessions = (0..<days).map { place in
      RecordedSession(
        number: place + 1, title: "第\(place + 1)日", date: day(first).adding(days: place),
        planned: parts, actual: parts,
        attendance: attendance.compactMapValues { $0[place].isEmpty ? nil : $0[place] })
    }
    record.provider = TrainingProvider(
      name: "研修会社", contractedOn: day("2025-03-01"), reference: nil, delivery: .classroom,
      isInHouse: false, story: nil)
    record.workingHours = [
      WorkingHours(span: span("9:00-17:00"), breaks: [span("12:00-13:00")], daysOff: [6, 7])
    ]
    record.curriculum = [CurriculumSubject(title: "生成AIの基礎", minutes: 600)]
    return record
  }

  mutating func pay(_ yen: Int, _ kind: TrainingExpenseKind = .tuition) {
    expenses.append(
      TrainingExpense(
        kind: kind, what: "受講料", amount: Money(minorUnits: yen, currency: "JPY"),
        paidOn: day("2025-05-01"), receipt: EvidenceFile(name: "a.pdf", sha256: "0a")))
  }

  mutating func state(_ conditions: SubsidyCondition...) {
    for condition in conditions { self.conditions[condition] = true }
  }

  mutating func stateAll() {
    state(
      .smallOrMedium, .insured, .developmentPromoter, .developmentPlan, .workersHeard,
      .digitalOrGreen, .bearsAllCosts, .wagesPaid)
  }
}
