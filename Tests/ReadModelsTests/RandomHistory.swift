import CivilTime
import Domain
import TestSupport

@testable import ReadModels

/// Events at random, allowed or not: a projection has to cope with what a log may hold.
struct RandomHistory {
  private var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  /// A stream's name and an event for it.
  mutating func next() -> (String, DomainEvent) {
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0: ("organization", .organization(organization()))
    case 1: ("strategy", .strategy(strategy()))
    case 2: ("kpi-\(pick(["hours", "rate"]))", .kpi(kpi()))
    case 3, 4: ("cycle-\(number())", .cycle(cycle()))
    case 5:
      (
        "issue-\(number())",
        .issue(
          pick([
            .raised(issue: "遅い", to: .executive, cycle: nil), .decided(decision: "直す", why: nil),
          ]))
      )
    case 6: ("lesson-\(number())", .lesson(lesson()))
    case 7: ("design-\(number())", .design(design()))
    default:
      pick([
        ("adoption-EAST-L1", .adoption(adoption())), ("review-2026-W10", .review(review())),
      ])
    }
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &numbers)! }

  private mutating func number() -> Int { Int.random(in: 1...3, using: &numbers) }

  private mutating func account() -> Account { pick([Sample.mori, Sample.sato, Sample.ai]) }

  private mutating func day() -> LocalDate {
    Sample.day("2026-03-02").adding(days: number() * 7)
  }

  private mutating func lessonID() -> ItemID { ItemID(Sample.sales, .lesson, number()) }

  private mutating func organization() -> OrganizationEvent {
    let code = pick([Sample.sales, Sample.dev])
    let account = account()
    return pick([
      .founded(
        name: "会社", head: Sample.hq, timeZone: "Asia/Tokyo", fiscalYearStart: 4, trialDays: 14),
      .departmentRegistered(code: code, name: "部"), .departmentRenamed(code: code, name: "課"),
      .departmentClosed(code: code, successor: nil, reason: "統合"),
      .memberJoined(account: account, department: code, layer: .field, isMachine: false),
      .memberLeft(account: account, reason: nil),
      .roleGranted(
        account: account, role: pick(Role.allCases), departments: pick([[], [code]])),
      .roleRevoked(
        account: account, role: pick(Role.allCases), reason: nil,
        departments: pick([[], [code]])),
      .sponsorAssigned(department: code, account: account),
    ])
  }

  private mutating func strategy() -> StrategyEvent {
    pick([
      .visionDeclared(statement: "価値", kpis: [KPIReference(Sample.sales, Sample.hours)]),
      .valueAreaChosen(name: "営業", investment: Money(minorUnits: 1, currency: "JPY"), why: "w"),
      .trainingPolicySet(policy: "p", profile: "q"),
      .policyRevised(
        policy: "p2", profile: "q2", reason: "r", review: nil, lessons: [lessonID()]),
    ])
  }

  private mutating func kpi() -> KPIEvent {
    let observation = Observation(period: day(), value: Double(number()) / 3)
    let signal = SignalReference(rule: "shift", period: day())
    return pick([
      .defined(Sample.definition), .targetSet(target: 4, by: day(), reason: nil),
      .observationRecorded(observation), .observationRecorded(observation),
      .observationCorrected(observation, reason: "r"), .retired(reason: "r"),
      .baselineFixed(from: day(), to: day(), reason: "r"),
      .pointExcluded(period: day(), reason: "r"),
      .limitsRebased(at: day(), cause: "c", evidence: "e"),
      .signalAcknowledged(signal, note: "n"),
      .hypothesisProposed(
        number: number(), signal: signal, hypothesis: "h", byMachine: false, evidence: []),
      .hypothesisTested(number: number(), accepted: true, note: "n"),
    ])
  }

  private mutating func cycle() -> CycleEvent {
    let action = CycleEvent.actionLogged(ActionEntry(text: "した", minutes: number()))
    return pick([
      .planned(Sample.plan(lessons: [lessonID()])), .journalOpened(title: "日誌"),
      .planAmended(PlanAmendment(predicted: Double(number()), reason: "r")), action, action, action,
      .actionWithdrawn(action: number(), reason: "r"), .cancelled(reason: "r"),
      .obstacleReported(obstacle: "o"), .checked(Sample.measured()),
      .acted(choice: .adopt, why: "w"), .acted(choice: .adopt, why: "w", overriding: .missed),
      .checked(Sample.filed()),
      .nextLinked(next: ItemID(Sample.sales, .cycle, number())),
      .practiceStandardised(practice: "p", link: nil),
    ])
  }

  private mutating func lesson() -> LessonEvent {
    pick([
      .drafted(Sample.lesson(cycle: number())), .validated(note: nil, alone: false),
      .rollOutProposed(to: [Sample.dev, Sample.hq], why: "w"), .retired(reason: "r"),
    ])
  }

  private mutating func adoption() -> AdoptionEvent {
    pick([
      .adopted(lesson: lessonID(), cycle: nil, note: nil, considered: 1),
      .declined(lesson: lessonID(), reason: "r", considered: 2),
      .reuseMeasured(
        lesson: lessonID(), kpi: KPIReference(Sample.sales, Sample.hours), before: 2, after: 1,
        leadTimeDays: nil, note: nil),
    ])
  }

  private mutating func design() -> DesignEvent {
    let item = DesignItem(number: number(), title: "i", reasons: ["SALES-L1"])
    return pick([
      .drafted(title: "研修", audience: [.field], items: [item]), .itemAdded(item),
      .itemRemoved(number: number(), reason: "r"),
      .lessonIncorporated(lesson: lessonID(), item: number()),
      .lessonDeclined(lesson: lessonID(), reason: "r"),
      .approved(note: nil, considered: [Sample.sales: 3]),
      .sessionScheduled(
        TrainingSession(
          number: number(), date: day(), layers: [.field], title: "s", items: [number()])),
      .sessionChanged(session: number(), date: day(), cancelled: false, reason: "r"),
      .attendanceRecorded(session: number(), accounts: [account(), Sample.ai]),
      .evaluationRecorded(session: number(), level: 2, score: 80, note: nil),
      .costRecorded(session: nil, what: "講師", amount: Money(minorUnits: 5, currency: "JPY")),
    ])
  }

  private mutating func review() -> ReviewEvent {
    let week = ReviewPeriod("2026-W10")!
    return pick([
      .opened(period: week),
      .snapshotTaken(positions: [Sample.sales: 1], profile: "p", profileVersion: 1, hash: "ab"),
      .decisionMade(number: number(), decision: "d", owner: account(), due: day(), about: nil),
      .decisionDone(number: number(), note: nil),
      .decisionAmended(number: number(), owner: account(), due: day(), reason: "r"),
      .decisionAmended(number: number(), owner: nil, due: day(), reason: "r"),
      .decisionWithdrawn(number: number(), reason: "r"),
      .itemCarriedOver(
        decision: DecisionID(ReviewID(Sample.sales, week), number()), due: day(), reason: "r"),
      .closed(hash: "cd", note: nil), .addendumMade(addendum: "a"),
    ])
  }
}
