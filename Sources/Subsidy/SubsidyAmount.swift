import CivilTime
import Domain

/// What a scheme pays for a training, person by person. Yen.
package struct SubsidyAmount: Sendable, Equatable {
  package struct Person: Sendable, Equatable {
    package var hours: TraineeHours
    /// Whether the person attended enough.
    package var isEligible: Bool
    /// Minutes that wages are subsidized for.
    package var wageMinutes: Int
    package var wage: Int
    /// The person's share of the expenses, and of it what is subsidized.
    package var share: Int
    package var expense: Int
    /// Whether a cap cut it.
    package var isCapped: Bool
  }

  package var people: [Person]
  /// Expenses that count, after their own limits.
  package var eligibleExpense: Int
  /// All expenses.
  package var spent: Int
  /// Percent.
  package var rate: Int
  /// Yen an hour; nil where no wage is subsidized.
  package var wagePerHour: Int?
  /// Yen a person; nil where none is known.
  package var cap: Int?
  package var establishmentCap: Int
  /// Expenses that a limit of their own cut, by their place among the expenses from 0.
  package var cutExpenses: [Int: Int]

  package var wage: Int { people.reduce(0) { $0 + $1.wage } }
  package var expense: Int {
    min(establishmentCap, people.reduce(0) { $0 + $1.expense })
  }
  package var total: Int { wage + expense }
  /// What the employer bears of the expenses and gets nothing for.
  package var ownShare: Int { spent - total }
}

extension SubsidyAmount {
  /// - Parameters:
  ///   - basis: minutes that attendance is measured by.
  ///   - isSmall: whether the employer is a small or middle-sized enterprise.
  package init(
    _ record: TrainingRecord, _ hours: TrainingHours, basis: Int, _ scheme: SubsidyScheme,
    _ rules: SubsidyRules, isSmall: Bool
  ) {
    let delivery = record.provider?.delivery ?? .classroom
    let cut = ExpenseCut(record.expenses, minutes: hours.counted, rules.limits)
    let raise = scheme.raise.map { record.conditions[$0.when] == true ? $0.points : 0 } ?? 0
    rate = scheme.expensePercent.of(isSmall: isSmall) + raise
    let wage = scheme.wage.flatMap { $0.deliveries.contains(delivery) ? $0 : nil }
    wagePerHour = wage?.yenPerHour.of(isSmall: isSmall)
    cap = scheme.caps.yen(
      minutes: hours.counted, delivery, isSmall: isSmall, months: record.months)
    eligibleExpense = cut.eligible
    spent = record.expenses.reduce(0) { $0 + $1.amount.minorUnits }
    cutExpenses = cut.cut
    establishmentCap = rules.establishmentCap
    let trainees = record.trainees
    let share = trainees.isEmpty ? 0 : cut.eligible / trainees.count
    let (rate, cap, perHour) = (rate, cap, wagePerHour)
    people = trainees.map { account in
      Person(
        TraineeHours(account, record, hours), basis: basis, rules.hours, share: share, rate: rate,
        cap: cap, perHour: perHour, hourLimit: wage?.hourLimit ?? 0)
    }
  }
}

extension SubsidyAmount.Person {
  fileprivate init(
    _ hours: TraineeHours, basis: Int, _ rules: HourRules, share: Int, rate: Int, cap: Int?,
    perHour: Int?, hourLimit: Int
  ) {
    self.hours = hours
    self.share = share
    isEligible = basis > 0 && hours.attends(rules.attendancePercent, of: basis)
    wageMinutes =
      isEligible && perHour != nil ? min(hours.withinHours ?? 0, hourLimit * 60) : 0
    wage = wageMinutes * (perHour ?? 0) / 60
    let full = share * rate / 100
    expense = isEligible ? min(full, cap ?? full) : 0
    isCapped = isEligible && (cap.map { full > $0 } ?? false)
  }
}

extension ExpenseCaps {
  /// Yen a person; nil where none is known.
  /// - Parameter months: of a subscription.
  fileprivate func yen(
    minutes: Int, _ delivery: TrainingDelivery, isSmall: Bool, months: Int
  ) -> Int? {
    if let perPersonMonth { return perPersonMonth * months }
    if firstBandFor.contains(delivery) { return bands.first?.caps.of(isSmall: isSmall) }
    return bands.last { minutes >= $0.fromHours * 60 }?.caps.of(isSmall: isSmall)
  }
}

extension TrainingRecord {
  /// Whole months from the first to the last day, at least one.
  fileprivate var months: Int {
    guard let first = firstDay, let last = lastDay else { return 1 }
    let whole = (last.year - first.year) * 12 + last.month - first.month
    return max(1, whole + (last.day >= first.day ? 1 : 0))
  }
}

/// Expenses after limits of their own.
struct ExpenseCut {
  let eligible: Int
  /// What was cut off, by the expense's place.
  let cut: [Int: Int]

  init(_ expenses: [TrainingExpense], minutes: Int, _ limits: ExpenseLimits) {
    var (eligible, cut, fees): (Int, [Int: Int], Int) = (0, [:], 0)
    for (place, expense) in expenses.enumerated() {
      let amount = expense.amount.minorUnits
      let counts: Int
      switch expense.kind {
      case .lecturerFee:
        // All fees together, by the hours that were taught.
        counts = min(amount, max(0, limits.lecturerFeePerHour * minutes / 60 - fees))
        fees += counts
      case .lecturerTravel: counts = min(amount, limits.lecturerTravel)
      case .equipment: counts = 0
      case .tuition, .lecturerLodging, .venue, .materials, .registration, .subscription:
        counts = amount
      }
      eligible += counts
      if counts < amount { cut[place] = amount - counts }
    }
    self.eligible = eligible
    self.cut = cut
  }
}
