import CivilTime
import Domain
import TestSupport

/// What will be true of a year, and what people will do about it, before anything is told.
struct YearPlan: Sendable {
  struct Cycle: Sendable {
    let department: DepartmentCode
    let measured: Company.Measured
    let begins: LocalDate
    let due: LocalDate
    let predicted: Double
    let owner: String
    let matter: String
    /// The onset of the level that it brings about; nil for no effect.
    let brings: LocalDate?
    /// Begun against a change for the worse: the decision on it.
    var answers: LocalDate?
    var number = 0

    var id: ItemID { ItemID(department, .cycle, number) }
    var kpi: KPIReference { KPIReference(department, KPICode(measured.code)!) }
  }

  struct Issue: Sendable {
    let department: DepartmentCode
    let raised: LocalDate
    let text: String
    let by: String
    /// Nil for one that waits.
    let decided: LocalDate?
    /// The change for the worse that it warns of.
    var warns: (kpi: String, onset: LocalDate)?
    var number = 0

    var id: ItemID { ItemID(department, .issue, number) }
  }

  static let weeks = 52

  let company: Company
  let monday: LocalDate
  var kpis: [(department: Company.Department, measured: Company.Measured, truth: YearTruth.KPI)]
  var cycles: [Cycle] = []
  var issues: [Issue] = []
  /// Mondays of weeks in which a department forgot its reviews and its observations.
  var forgotten: [DepartmentCode: LocalDate] = [:]
  var leaver: (account: String, department: DepartmentCode, day: LocalDate)
  /// Closed into the other on the first day of the second half; nil for none.
  var closed: (department: DepartmentCode, into: DepartmentCode)?

  var lastDay: LocalDate { monday.adding(days: Self.weeks * 7 - 3) }
  func week(_ number: Int) -> LocalDate { monday.adding(days: number * 7) }
  var halfYear: LocalDate { week(26) }

  init(monday: LocalDate, _ random: inout SeededGenerator) {
    let company = Company.drawn(&random)
    let leaving = random.pick(company.departments)
    self.company = company
    self.monday = monday
    kpis = []
    leaver = (leaving.field.last!, leaving.code, monday.adding(days: random.whole(20...40) * 7))
    if random.chance(0.5) {
      let pair = company.departments.filter { $0.code != leaving.code }.shuffled(using: &random)
      closed = (pair[0].code, pair[1].code)
    }
    for department in company.all {
      forgotten[department.code] = week(random.whole(8...46))
      for measured in department.kpis { plan(measured, of: department, &random) }
      ask(department, &random)
    }
    number()
  }

  private mutating func plan(
    _ measured: Company.Measured, of department: Company.Department,
    _ random: inout SeededGenerator
  ) {
    var truth = YearTruth.KPI(
      reference: "\(department.code)/\(measured.code)", direction: measured.direction.rawValue,
      levels: [YearTruth.Level(level: measured.level)],
      spread: measured.measure == .value ? measured.extent : nil)
    if measured.kind == .activity {
      truth.drifts = true
    } else if closed?.department != department.code {
      for onset in onsets(measured, &random) {
        change(&truth, measured, department, at: onset, &random)
      }
    }
    if truth.levels.count == 1 && measured.kind == .outcome && random.chance(0.4) {
      let begins = week(random.whole(4...30)).adding(days: 1)
      cycles.append(
        cycle(department, measured, truth.levels[0].level, begins, brings: nil, &random))
    }
    kpis.append((department, measured, truth))
  }

  /// None, one or two changes, far enough apart to be seen.
  private func onsets(
    _ measured: Company.Measured, _ random: inout SeededGenerator
  ) -> [LocalDate] {
    if measured.cadence == .monthly {
      return random.chance(0.5) ? [week(random.whole(18...30)).startOfMonth] : []
    }
    let first = random.whole(8...22)
    switch random.whole(0...3) {
    case 0: return []
    case 1: return [week(first), week(random.whole(first + 14...first + 24))]
    default: return [week(random.whole(8...40))]
    }
  }

  private mutating func change(
    _ truth: inout YearTruth.KPI, _ measured: Company.Measured, _ department: Company.Department,
    at onset: LocalDate, _ random: inout SeededGenerator
  ) {
    let before = truth.levels.last!.level
    let isBetter = random.chance(truth.levels.count == 1 ? 0.6 : 0.5)
    let goesUp = (measured.direction == .up) == isBetter
    let size = Double.random(in: 1.6...2.6, using: &random) * measured.spread(at: before)
    let after = max(before / 3, before + (goesUp ? size : -size))
    var level = YearTruth.Level(from: onset, level: after)
    if isBetter, random.chance(0.7) {
      let begins = onset.adding(days: 1 - random.whole(1...8) * 7)
      answer(&truth.levels[truth.levels.count - 1], by: begins)
      cycles.append(cycle(department, measured, before, begins, brings: onset, &random))
    } else if !isBetter {
      worsen(&level, measured, department, at: onset, &random)
    }
    truth.levels.append(level)
  }

  /// A cycle that begins while a change for the worse lasts is an answer to it.
  private func answer(_ level: inout YearTruth.Level, by begins: LocalDate) {
    guard let from = level.from, from.adding(days: 6) < begins else { return }
    level.decided = level.decided.map { min($0, begins) } ?? begins
  }

  /// Somebody may have warned of it, and somebody may decide on it.
  private mutating func worsen(
    _ level: inout YearTruth.Level, _ measured: Company.Measured,
    _ department: Company.Department, at onset: LocalDate, _ random: inout SeededGenerator
  ) {
    if random.chance(0.5) {
      let raised = max(monday.adding(days: 8), onset.adding(days: -random.whole(2...10) * 7))
      issues.append(
        Issue(
          department: department.code, raised: raised,
          text: "\(random.pick(department.matters))の変更で\(measured.name)が悪くなりそう",
          by: random.pick(department.field), decided: nil,
          warns: ("\(department.code)/\(measured.code)", onset)))
    }
    let answer = onset.adding(days: random.whole(9...14) * 7 + 2)
    if random.chance(0.5), answer < lastDay {
      level.decided = answer
      var cycle = cycle(department, measured, level.level, answer, brings: nil, &random)
      cycle.answers = onset
      cycles.append(cycle)
    }
  }

  /// An issue that warns of nothing; every other one is decided after some weeks.
  private mutating func ask(
    _ department: Company.Department, _ random: inout SeededGenerator
  ) {
    let raised = week(random.whole(3...20)).adding(days: 2)
    let decided = random.chance(0.5) ? raised.adding(days: random.whole(2...40)) : nil
    issues.append(
      Issue(
        department: department.code, raised: raised,
        text: "\(random.pick(department.matters))に個人情報を入れてよいか決めてほしい",
        by: random.pick(department.field), decided: decided))
  }

  private func cycle(
    _ department: Company.Department, _ measured: Company.Measured, _ level: Double,
    _ begins: LocalDate, brings: LocalDate?, _ random: inout SeededGenerator
  ) -> Cycle {
    let better = measured.direction == .up ? 1.0 : -1.0
    return Cycle(
      department: department.code, measured: measured, begins: max(begins, monday.adding(days: 7)),
      due: begins.adding(days: random.whole(10...16) * 7),
      predicted: measured.rounded(level + better * 1.5 * measured.spread(at: level)),
      owner: random.pick(department.people), matter: random.pick(department.matters),
      brings: brings)
  }

  /// Ids count by when things began.
  private mutating func number() {
    cycles.sort { ($0.begins, $0.kpi) < ($1.begins, $1.kpi) }
    issues.sort { ($0.raised, $0.department) < ($1.raised, $1.department) }
    var cycleCount: [DepartmentCode: Int] = [:]
    for place in cycles.indices {
      cycleCount[cycles[place].department, default: 0] += 1
      cycles[place].number = cycleCount[cycles[place].department]!
    }
    var issueCount: [DepartmentCode: Int] = [:]
    for place in issues.indices {
      issueCount[issues[place].department, default: 0] += 1
      issues[place].number = issueCount[issues[place].department]!
    }
    for place in kpis.indices { name(place) }
  }

  /// The truth names the cycle that brought a level about, and the issue that warned of it.
  private mutating func name(_ place: Int) {
    let reference = kpis[place].truth.reference
    for level in kpis[place].truth.levels.indices {
      let onset = kpis[place].truth.levels[level].from
      guard let onset else { continue }
      kpis[place].truth.levels[level].cycles =
        cycles.filter { "\($0.kpi)" == reference && $0.brings == onset }.map { "\($0.id)" }
      kpis[place].truth.levels[level].issue =
        issues.first { $0.warns?.kpi == reference && $0.warns?.onset == onset }.map { "\($0.id)" }
    }
  }
}

extension Company.Measured {
  /// The spread of one value about the level.
  func spread(at level: Double) -> Double {
    switch measure {
    case .value: extent
    case .count: max(level, 1).squareRoot()
    case .proportion: (level * (1 - level) / extent).squareRoot()
    }
  }

  /// As an office writes it.
  func rounded(_ value: Double) -> Double {
    let digits: Double = measure == .proportion ? 1000 : measure == .count ? 1 : 10
    return (value * digits).rounded() / digits
  }
}
