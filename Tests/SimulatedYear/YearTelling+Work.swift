import CivilTime
import Domain
import TestSupport

/// Cycles and their actions, issues, reviews, lessons.
extension YearTelling {
  private mutating func cycle(
    _ event: CycleEvent, _ id: ItemID, by actor: String, at instant: Instant
  ) {
    book.add(.cycle(event), to: id.stream, of: id.department, by: actor, at: instant)
  }

  mutating func tell(_ spec: YearPlan.Cycle, _ random: inout SeededGenerator) {
    let promoter = promoter(of: spec.department)
    cycle(.planned(content(spec)), spec.id, by: promoter, at: Self.at(spec.begins, 10))
    begin(spec)
    if random.chance(0.2) {
      cycle(
        .obstacleReported(obstacle: "\(spec.matter)の書式が相手ごとに違う"), spec.id,
        by: spec.owner, at: Self.at(spec.begins.adding(days: 9), 15))
    }
    if random.chance(0.2) {
      cycle(
        .planAmended(PlanAmendment(predicted: spec.predicted, due: spec.due, reason: "見込みを見直した")),
        spec.id, by: promoter, at: Self.at(spec.begins.adding(days: 6), 11))
    }
    // One in three stays open past its due day.
    let end = spec.due.adding(days: 1)
    guard end < plan.lastDay, isOpen(spec.department, on: end), !random.chance(0.33) else { return }
    finish(spec, end, by: promoter)
  }

  /// What brings a change about is begun with at once.
  private mutating func begin(_ spec: YearPlan.Cycle) {
    let day = spec.begins.adding(days: 1)
    guard spec.brings != nil, isHere(spec.owner, on: day) else { return }
    let entry = ActionEntry(text: "\(spec.matter)の下書きの型を決めて始めた", minutes: 45)
    cycle(.actionLogged(entry), spec.id, by: spec.owner, at: Self.at(day, 10))
  }

  private func content(_ spec: YearPlan.Cycle) -> CyclePlan {
    CyclePlan(
      title: "\(spec.matter)の下書きを生成AIで作る", problem: "\(spec.measured.name)が目標に届かない",
      change: "\(spec.matter)の下書きをAIで作り、人が仕上げる", kpi: spec.kpi, predicted: spec.predicted,
      baseline: nil, windowStart: spec.begins, windowEnd: spec.due, due: spec.due,
      owner: Account(spec.owner)!, lessonsConsulted: [])
  }

  private mutating func finish(_ spec: YearPlan.Cycle, _ day: LocalDate, by promoter: String) {
    let hasEffect = spec.brings != nil
    let check = CycleCheck(
      measurement: .measured(
        actual: spec.predicted, count: 10, computed: hasEffect ? .met : .missed, evidence: nil),
      verdict: hasEffect ? .met : .missed)
    cycle(.checked(check), spec.id, by: promoter, at: Self.at(day, 10))
    cycle(
      .acted(
        choice: hasEffect ? .adopt : .abandon, why: hasEffect ? "効果が続いている" : "効果が見られない"),
      spec.id, by: promoter, at: Self.at(day, 10, 30))
    if hasEffect {
      cycle(
        .practiceStandardised(practice: "\(spec.matter)はAIの下書きから始める", link: nil), spec.id,
        by: promoter, at: Self.at(day, 10, 40))
    }
  }

  mutating func tell(_ issue: YearPlan.Issue) {
    book.add(
      .issue(.raised(issue: issue.text, to: .executive, cycle: nil)), to: issue.id.stream,
      of: issue.department, by: issue.by, at: Self.at(issue.raised, 14))
    guard let decided = issue.decided else { return }
    book.add(
      .issue(.decided(decision: "担当を決めて対応する", why: "影響が大きいため")), to: issue.id.stream,
      of: issue.department, by: boss, at: Self.at(decided, 11))
  }

  func promoter(of department: DepartmentCode) -> String {
    company.all.first { $0.code == department }!.promoter
  }

  /// Everybody logs a few actions a week on a cycle of the department's that is open.
  mutating func work(_ random: inout SeededGenerator) {
    for department in company.all {
      for week in 1..<YearPlan.weeks {
        let monday = plan.week(week)
        if Self.isHoliday(monday) || plan.forgotten[department.code] == monday { continue }
        for person in department.people where isHere(person, on: monday) {
          act(department, person, monday, &random)
        }
      }
    }
  }

  private mutating func act(
    _ department: Company.Department, _ person: String, _ monday: LocalDate,
    _ random: inout SeededGenerator
  ) {
    for _ in 0..<random.whole(0...3) {
      let day = monday.adding(days: random.whole(0...4))
      let open = plan.cycles.filter {
        $0.department == department.code && $0.begins < day && day < $0.due
      }
      guard isOpen(department.code, on: day), isHere(person, on: day), !open.isEmpty else {
        continue
      }
      let spec = random.pick(open)
      let entry = ActionEntry(
        text: text(spec.matter, &random), minutes: random.whole(1...9) * 5)
      cycle(
        .actionLogged(entry), spec.id, by: person,
        at: Self.at(day, random.whole(9...17), random.whole(0...59)))
    }
  }

  private func text(_ matter: String, _ random: inout SeededGenerator) -> String {
    let number = random.whole(2...30)
    return random.pick([
      "\(matter)\(number)件の下書きをAIで作成", "\(matter)の言い回しを直した", "\(matter)の過去例\(number)件を読み込ませた",
      "\(matter)の確認項目を\(number)個に整理", "新しい\(matter)の型を試した", "\(matter)の誤りを\(number)件見つけて直した",
      "\(matter)の書き方を隣の席に教えた", "\(matter)を\(number)分で仕上げた",
    ])
  }

  /// Reviews of the first eight weeks. Their closing isn't told: it pins what only the program
  /// itself makes.
  mutating func review(_ random: inout SeededGenerator) {
    for department in company.departments {
      for week in stride(from: 1, to: 8, by: 3) {
        hold(
          ReviewID(department.code, .week(ISOWeek(containing: plan.week(week)))), department,
          &random)
      }
    }
  }

  private mutating func hold(
    _ review: ReviewID, _ department: Company.Department, _ random: inout SeededGenerator
  ) {
    let day = review.period.lastDay.adding(days: 1)
    let promoter = department.promoter
    func add(_ event: ReviewEvent, _ instant: Instant, by actor: String, _ book: inout LogBook) {
      book.add(.review(event), to: review.stream, of: review.department, by: actor, at: instant)
    }
    add(.opened(period: review.period), Self.at(day, 9), by: promoter, &book)
    let owner = random.pick(department.people)
    add(
      .decisionMade(
        number: 1, decision: "\(random.pick(department.matters))の点検表を作る",
        owner: Account(owner)!, due: day.adding(days: 18), about: nil), Self.at(day, 9, 20),
      by: promoter, &book)
    guard random.chance(0.7) else { return }
    add(
      .decisionDone(number: 1, note: "初版を配った"), Self.at(day.adding(days: 15), 13), by: owner,
      &book)
  }

  /// A lesson of each cycle that was adopted, validated by another person.
  mutating func learn() {
    var numbers: [DepartmentCode: Int] = [:]
    for spec in plan.cycles where spec.brings != nil {
      let day = spec.due.adding(days: 6)
      guard day < plan.lastDay, isOpen(spec.department, on: day) else { continue }
      numbers[spec.department, default: 0] += 1
      let id = ItemID(spec.department, .lesson, numbers[spec.department]!)
      let draft = LessonDraft(
        kind: .success, title: "\(spec.matter)は下書きから始めると早い", conditions: "型のある文書",
        suggestion: "\(spec.matter)はAIの下書きから始める", rationale: "\(spec.measured.name)が改善した",
        cycles: [spec.id], forTraining: spec.number % 2 == 1)
      book.add(
        .lesson(.drafted(draft)), to: id.stream, of: id.department, by: promoter(of: id.department),
        at: Self.at(day, 16))
      book.add(
        .lesson(.validated(note: nil, alone: false)), to: id.stream, of: id.department,
        by: reviewer, at: Self.at(day.adding(days: 7), 16))
      if numbers[spec.department] == 1 { offer(id, on: day.adding(days: 8)) }
    }
  }

  /// Another department is offered a first lesson, and adopts or declines it.
  private mutating func offer(_ lesson: ItemID, on day: LocalDate) {
    let other = company.departments.first {
      $0.code != lesson.department && isOpen($0.code, on: day.adding(days: 20))
    }
    guard let other, day.adding(days: 20) < plan.lastDay else { return }
    book.add(
      .lesson(.rollOutProposed(to: [other.code], why: "同じ型の文書がある")), to: lesson.stream,
      of: lesson.department, by: reviewer, at: Self.at(day, 10))
    let answer: AdoptionEvent =
      lesson.department < other.code
      ? .adopted(lesson: lesson, cycle: nil, note: "自部門でも試す", considered: 1)
      : .declined(lesson: lesson, reason: "型のある文書が少ない", considered: 1)
    book.add(
      .adoption(answer), to: "adoption-\(lesson)", of: other.code, by: other.promoter,
      at: Self.at(day.adding(days: 14), 11))
  }
}
