import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Tracker

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
          try office.keep(
            decisions.map { ($0.id, agenda.keptDay(of: $0), words.staying(of: $0)) }, in: id, order)
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
    switch key {
    case PromptKey.done.key:
      return try record(in: home) { office, order in
        _ = try office.answer([decision.id], .done(note: nil), order)
      }
    case PromptKey.hand.key:
      let owner = try account(
        say("To whom", "引き継ぎ先（アカウント）"),
        default: agenda.successor(of: decision.owner, in: home))
      return try record(in: home) { office, order in
        try office.handOver(
          decision, to: owner, in: id, isOwed: isOwed, due: agenda.nextDay(of: decision),
          reason: words.handed, order)
      }
    case PromptKey.withdraw.key:
      let reason = try text(say("Why", "理由"))
      return try record(in: home) { office, order in
        _ = try office.answer([decision.id], .withdraw(reason: reason), order)
      }
    default: return try carry(decision, isOwed, asking: key == PromptKey.other.key)
    }
  }

  private func carry(_ decision: PendingDecision, _ isOwed: Bool, asking: Bool) throws -> Bool {
    let usual = agenda.nextDay(of: decision)
    let due = asking ? try day(say("New day", "新しい期限"), default: "\(usual)") : usual
    let reason = asking ? try text(say("Why", "理由"), default: words.carried) : words.carried
    return try record(in: id.department) { office, order in
      let answer =
        isOwed
        ? DecisionAnswer.carry(in: id, due: due, reason: reason)
        : .amend(owner: nil, due: due, reason: reason)
      _ = try office.answer([decision.id], answer, order)
    }
  }

  private func settle(_ cycle: CycleRow, _ key: Character) throws -> Bool {
    if cycle.status == .checked, key != PromptKey.hand.key { return try act(on: cycle, key) }
    switch key {
    case PromptKey.check.key: return try check(cycle)
    case PromptKey.withdraw.key:
      return try change(cycle, .cancel(reason: try text(say("Why", "理由"))))
    case PromptKey.hand.key:
      let owner = try account(
        say("To whom", "引き継ぎ先（アカウント）"),
        default: agenda.successor(of: cycle.owner, in: cycle.department))
      return try change(cycle, .amend(PlanAmendment(owner: owner, reason: words.handed)))
    case PromptKey.other.key:
      let due = try day(say("New day", "新しい期限"), default: "\(agenda.next)")
      let reason = try text(say("Why", "理由"), default: words.carried)
      return try change(cycle, .amend(PlanAmendment(due: due, reason: reason)))
    default:
      return try change(cycle, .amend(PlanAmendment(due: agenda.next, reason: words.carried)))
    }
  }

  private func change(_ cycle: CycleRow, _ command: CycleCommand) throws -> Bool {
    try record(in: cycle.department) { office, order in
      _ = try office.tracker.cycle(command, on: cycle.id, order)
    }
  }

  /// Compares it with its prediction; then it is decided on.
  private func check(_ cycle: CycleRow) throws -> Bool {
    let finding = CheckRequest.Finding.measured(
      verdict: nil, overrideReason: nil, evidence: nil)
    let isChecked = try record(in: cycle.department) { office, order in
      let outcome = try office.tracker.cycle(
        .check(CheckRequest(finding)), on: cycle.id, order)
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
    return try change(cycle, .act(choice: choice, why: try text(say("Why", "判断の理由"))))
  }

  private func settle(_ issue: IssueRow) throws -> Bool {
    let decision = try text(say("Decision", "決定内容"))
    return try record(in: issue.department) { office, order in
      _ = try office.tracker.decide(decision, why: nil, on: issue.id, order)
    }
  }
}
