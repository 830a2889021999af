import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal

/// What was promised: done, carried over, handed over or withdrawn, by one key each.
extension Meeting {
  func goThroughPromises() throws {
    let (promises, going) = (agenda.promises, agenda.goingOn)
    guard !promises.isEmpty || !going.isEmpty else { return }
    begin(.promises)
    for promise in promises {
      tell([words.sentence(on: promise)])
      try settle(promise)
    }
    try goOn(with: going)
  }

  /// Decisions whose day lies ahead stay as they are, by one answer.
  private func goOn(with decisions: [PendingDecision]) throws {
    guard !decisions.isEmpty else { return }
    tell([say("Not due yet, or away:", "期限前または担当者が不在のもの:")])
    show(desk.answer.layout.bullets(decisions.map { Cell(words.sentence(on: $0)) }))
    while true {
      switch try key([.stay, .each, .later, .leave]) {
      case PromptKey.stay.key:
        let isRecorded = try record(in: id.department) { office, order in
          try office.keep(decisions, in: agenda, because: words.staying, order)
        }
        if isRecorded { return }
      case PromptKey.each.key:
        for decision in decisions {
          tell([words.sentence(on: decision)])
          try settle(.decision(decision, isOwed: true))
        }
        return
      default: return
      }
    }
  }

  private func settle(_ promise: MeetingPromise) throws {
    while true {
      let key = try key(promise.keys)
      if key == PromptKey.later.key { return }
      let isSettled =
        switch promise {
        case .decision(let decision, let isOwed): try settle(decision, isOwed, key)
        case .cycle(let cycle): try settle(cycle, key)
        case .issue(let issue): try settle(issue)
        }
      if isSettled { return }
    }
  }

  private func settle(_ decision: PendingDecision, _ isOwed: Bool, _ key: Character) throws -> Bool
  {
    let home = decision.id.review.department
    let answer = try answer(
      key, owner: decision.owner, in: home, day: agenda.nextDay(of: decision))
    return try record(in: home) { office, order in
      try office.settle(decision, isOwed: isOwed, answer, in: agenda, order)
    }
  }

  private func settle(_ cycle: CycleRow, _ key: Character) throws -> Bool {
    if cycle.status == .checked, key != PromptKey.hand.key { return try act(on: cycle, key) }
    let answer = try answer(key, owner: cycle.owner, in: cycle.department, day: agenda.next)
    if case .done = answer { return try check(cycle) }
    return try record(in: cycle.department) { office, order in
      _ = try office.settle(cycle, answer, order)
    }
  }

  /// What a key says, with what is asked besides.
  /// - Parameter day: the one that it is carried over to by one key.
  private func answer(
    _ key: Character, owner: Account?, in home: DepartmentCode, day usual: LocalDate
  ) throws -> PromiseAnswer {
    switch key {
    case PromptKey.done.key: return .done
    case PromptKey.hand.key:
      let taker = try account(
        say("To whom", "引き継ぎ先（アカウント）"), default: agenda.successor(of: owner, in: home))
      return .hand(to: taker, reason: words.handed)
    case PromptKey.withdraw.key: return .withdraw(reason: try text(say("Why", "理由")))
    case PromptKey.other.key:
      let due = try day(say("New day", "新しい期限"), default: "\(usual)")
      return .carry(
        to: due, reason: try text(say("Why", "理由"), default: words.carried))
    default: return .carry(to: usual, reason: words.carried)
    }
  }

  /// Compares it with its prediction; then it is decided on.
  private func check(_ cycle: CycleRow) throws -> Bool {
    let isChecked = try record(in: cycle.department) { office, order in
      let outcome = try office.settle(cycle, .done, order)
      show(try CheckAnswer(cycle.id, outcome, desk).text(desk).dropLast())
    }
    guard isChecked else { return false }
    let office = try desk.office.again(at: .now())
    if let checked = try office.cycle(cycle.id) { try settle(.cycle(checked)) }
    return true
  }

  private func act(on cycle: CycleRow, _ key: Character) throws -> Bool {
    let choice: Choice =
      switch key {
      case PromptKey.adopt.key: .adopt
      case PromptKey.adapt.key: .adapt
      default: .abandon
      }
    let why = try text(say("Why", "判断の理由"))
    return try record(in: cycle.department) { office, order in
      _ = try office.record(.act(choice: choice, why: why), on: cycle.id, order)
    }
  }

  private func settle(_ issue: IssueRow) throws -> Bool {
    let decision = try text(say("Decision", "決定内容"))
    return try record(in: issue.department) { office, order in
      _ = try office.decide(decision, why: nil, on: issue.id, order)
    }
  }
}
