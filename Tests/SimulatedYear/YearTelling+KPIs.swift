import CivilTime
import Domain
import TestSupport

extension YearTelling {
  /// Definition, history from before the founding, and a year of observations.
  mutating func measure(_ place: Int, _ random: inout SeededGenerator) {
    let (department, measured, truth) = plan.kpis[place]
    let keeper = department.promoter
    let stream = "kpi-\(measured.code)"
    let defined = Self.at(plan.monday, 9, 40)
    book.add(
      .kpi(
        .defined(
          KPIDefinition(
            name: measured.name, unit: measured.unit, direction: measured.direction,
            cadence: measured.cadence, kind: measured.kind, measure: measured.measure))),
      to: stream, of: department.code, by: keeper, at: defined)
    let past = random.chance(0.7) ? plan.monday.adding(days: -364) : plan.monday
    for period in periods(measured.cadence, from: past) {
      guard let day = recorded(period, measured.cadence, department.code) else { continue }
      let observation = observation(measured, truth, period, &random)
      let instant = period < plan.monday ? Self.at(plan.monday, 10) : Self.at(day, 17)
      record(observation, stream, department.code, keeper, instant, &random)
    }
  }

  /// One in eighty is mistyped, and corrected the next day.
  private mutating func record(
    _ observation: Observation, _ stream: String, _ code: DepartmentCode, _ keeper: String,
    _ instant: Instant, _ random: inout SeededGenerator
  ) {
    guard observation.period >= plan.monday, random.chance(1.0 / 80) else {
      return book.add(
        .kpi(.observationRecorded(observation)), to: stream, of: code, by: keeper, at: instant)
    }
    var mistyped = observation
    mistyped.value = (observation.value * 10).rounded()
    if let denominator = mistyped.denominator { mistyped.value = min(mistyped.value, denominator) }
    book.add(
      .kpi(.observationRecorded(mistyped)), to: stream, of: code, by: keeper, at: instant)
    book.add(
      .kpi(.observationCorrected(observation, reason: "桁の入力誤り")), to: stream, of: code,
      by: keeper, at: instant.adding(seconds: 16 * 3600))
  }

  private func periods(_ cadence: Domain.Cadence, from first: LocalDate) -> [LocalDate] {
    let days = DateSpan(first...plan.lastDay).dates
    switch cadence {
    case .daily: return days.filter { $0.weekday <= 5 && $0 >= plan.monday.adding(days: -60) }
    case .weekly: return days.filter { $0.weekday == 1 }
    case .monthly: return days.filter { $0.day == 1 }
    }
  }

  /// The day on which a period's value is entered; nil for one that nobody enters: holidays,
  /// forgotten weeks, a closed department, what ends after the year.
  private func recorded(
    _ period: LocalDate, _ cadence: Domain.Cadence, _ department: DepartmentCode
  ) -> LocalDate? {
    let day =
      switch cadence {
      case .daily: period
      case .weekly: period.adding(days: 4)
      case .monthly: period.endOfMonth.adding(days: 2)
      }
    let isForgotten = plan.forgotten[department] == period.startOfWeek && cadence != .monthly
    guard day <= plan.lastDay, isOpen(department, on: day), !isForgotten,
      cadence == .monthly || !Self.isHoliday(period)
    else { return nil }
    return day
  }

  /// Golden Week, Obon and the New Year.
  static func isHoliday(_ day: LocalDate) -> Bool {
    let week = day.startOfWeek.adding(days: 3)
    return [(5, 2), (8, 15), (1, 2)].contains { month, date in
      LocalDate(year: week.year, month: month, day: date).map {
        $0.startOfWeek == day.startOfWeek
      } ?? false
    }
  }

  private func observation(
    _ measured: Company.Measured, _ truth: YearTruth.KPI, _ period: LocalDate,
    _ random: inout SeededGenerator
  ) -> Observation {
    let base = truth.levels.last { $0.from.map { $0 <= period } ?? true }!.level
    let months = Double(max(0, plan.monday.days(until: period))) / 30
    let level = truth.drifts ? base * (1 + 0.12 * months) : base
    let drawn = measured.value(at: level, &random)
    return Observation(period: period, value: drawn.value, denominator: drawn.denominator)
  }
}
