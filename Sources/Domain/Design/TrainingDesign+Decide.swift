import CivilTime

extension TrainingDesign {
  package func decide(
    _ command: DesignCommand, knowing facts: DesignFacts, in circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    switch command {
    case .draft(let title, let audience, let items):
      try drafting(title, audience, items, facts)
    case .addItem(let item):
      [.itemAdded(try item.numbered(try outline(facts).lastItem + 1))]
    case .removeItem(let number, let reason):
      try outline(facts).removing(number, reason, facts)
    case .incorporate(let lesson, let item):
      try outline(facts).incorporating(lesson, item, facts)
    case .declineLesson(let lesson, let reason):
      try outline(facts).declining(lesson, reason, facts, circumstances)
    case .approve(let note):
      try outline(facts).approving(note, facts, circumstances)
    case .schedule(let plan):
      try program(facts).scheduling(plan, facts)
    case .changeSession(let session, let date, let cancelled, let reason):
      try program(facts).changing(
        session, SessionChange(date: date, cancelled: cancelled, reason: reason), facts,
        circumstances)
    case .recordAttendance(let session, let accounts):
      try program(facts).attending(session, accounts, facts, circumstances)
    case .recordEvaluation(let session, let level, let score, let note):
      try program(facts).evaluating(
        Evaluation(session: session, level: level, score: score, note: note), facts,
        circumstances)
    case .recordCost(let session, let what, let amount):
      try spending(on: session, what, amount, facts)
    }
  }

  private func drafting(
    _ title: String, _ audience: [Layer], _ items: [DesignItemDraft], _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    guard case .absent = self else { throw .alreadyDrafted(facts.design) }
    if audience.isEmpty { throw .noAudience }
    var numbered: [DesignItem] = []
    for (index, item) in items.enumerated() { numbered.append(try item.numbered(index + 1)) }
    try DesignRefusal.check((title, .title))
    return [.drafted(title: title, audience: audience.distinct(), items: numbered)]
  }

  /// A cost may come before the approval; a session only after.
  private func spending(
    on session: Int?, _ what: String, _ amount: Money, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    let sessions: Int
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted: sessions = 0
    case .approved(let program): sessions = program.sessions.count
    }
    if let session, session < 1 || session > sessions {
      throw .unknownSession(facts.design, session: session, count: sessions)
    }
    try amount.check(facts.design)
    try DesignRefusal.check((what, .item))
    return [.costRecorded(session: session, what: what, amount: amount)]
  }

  private func outline(_ facts: DesignFacts) throws(DesignRefusal) -> DesignOutline {
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted(let outline): outline
    case .approved: throw .alreadyApproved(facts.design)
    }
  }

  private func program(_ facts: DesignFacts) throws(DesignRefusal) -> DesignProgram {
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted: throw .notApproved(facts.design)
    case .approved(let program): program
    }
  }
}

extension DesignItemDraft {
  fileprivate func numbered(_ number: Int) throws(DesignRefusal) -> DesignItem {
    try DesignRefusal.check((title, .item))
    for reason in reasons { try DesignRefusal.check((reason, .reason)) }
    return DesignItem(number: number, title: title, reasons: reasons)
  }
}

extension Money {
  fileprivate func check(_ design: ItemID) throws(DesignRefusal) {
    guard Money.range.contains(minorUnits) else {
      throw .costOutOfRange(design, amount: self)
    }
    guard hasKnownCurrency else { throw .malformedCurrency(design, currency: currency) }
  }
}
