import Testing

@testable import Domain

@Suite("The order in which layers are trained")
struct LayerOrderTests {
  private typealias Example = DesignExample
  let id = DesignExample.id
  let facts = DesignExample.facts
  let approved = [DesignExample.drafted, DesignExample.approved]
  let leaders = DesignExample.session(1, on: "2026-03-10", [.executive, .promoter])

  @Test("A joint session of all three may be the first")
  func joint() {
    TrainingDesign.given(approved)
      .when(
        Example.schedule(on: "2026-03-10", [.executive, .promoter, .field]), knowing: facts
      )
      .then(Example.session(1, on: "2026-03-10", [.executive, .promoter, .field]))
  }

  @Test("The field follows its leaders on the same day or later", arguments: [10, 11])
  func follows(day: Int) {
    TrainingDesign.given(approved + [leaders])
      .when(Example.schedule(on: "2026-03-\(day)", [.field]), knowing: facts)
      .then(Example.session(2, on: "2026-03-\(day)", [.field]))
  }

  @Test("Executives and promoters may come in sessions of their own")
  func apart() {
    let executives = Example.session(1, on: "2026-03-08", [.executive])
    let promoters = Example.session(2, on: "2026-03-09", [.promoter])
    TrainingDesign.given(approved + [executives, promoters])
      .when(Example.schedule(on: "2026-03-10", [.field]), knowing: facts)
      .then(Example.session(3, on: "2026-03-10", [.field]))
  }

  @Test("The field isn't trained before both of them")
  func first() {
    let field = Example.schedule(on: "2026-03-09", [.field])
    TrainingDesign.given(approved).when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.executive, .promoter]))
    TrainingDesign.given(approved + [leaders]).when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.executive, .promoter]))
    TrainingDesign.given(approved + [Example.session(1, on: "2026-03-09", [.executive])])
      .when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.promoter]))
  }

  @Test("A cancelled session of the leaders doesn't count")
  func cancelledLeaders() {
    let cancelled = DesignEvent.sessionChanged(
      session: 1, date: nil, cancelled: true, reason: "Ill")
    TrainingDesign.given(approved + [leaders, cancelled])
      .when(Example.schedule(on: "2026-03-12", [.field]), knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-12", missing: [.executive, .promoter]))
  }

  @Test("With a reason the field goes first; a reason that isn't needed isn't kept")
  func override() {
    TrainingDesign.given(approved)
      .when(
        Example.schedule(on: "2026-03-09", [.field], override: "Only free day"), knowing: facts
      )
      .then(Example.session(1, on: "2026-03-09", [.field], override: "Only free day"))
    TrainingDesign.given(approved)
      .when(Example.schedule(on: "2026-03-09", [.field], override: ""), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
    TrainingDesign.given(approved + [leaders])
      .when(
        Example.schedule(on: "2026-03-10", [.field], override: "To be safe"), knowing: facts
      )
      .then(Example.session(2, on: "2026-03-10", [.field]))
  }

  @Test("A change that would leave the field first is refused")
  func change() {
    let given = TrainingDesign.given(
      approved + [leaders, Example.session(2, on: "2026-03-12", [.field])])
    let refusal = DesignRefusal.changeLeavesFieldFirst(
      id, session: 1, field: 2, fieldDate: "2026-03-12", missing: [.executive, .promoter])
    given.when(move(1, to: "2026-03-13"), knowing: facts).thenRefused(refusal)
    given.when(cancel(1), knowing: facts).thenRefused(refusal)
    given.when(move(2, to: "2026-03-09"), knowing: facts)
      .thenRefused(
        .changeLeavesFieldFirst(
          id, session: 2, field: 2, fieldDate: "2026-03-09", missing: [.executive, .promoter]))
    given.when(move(1, to: "2026-03-12"), knowing: facts)
      .then(.sessionChanged(session: 1, date: "2026-03-12", cancelled: false, reason: "Ill"))
  }

  @Test("Sessions of the field that are past, overridden or cancelled don't stop a change")
  func changeFreely() {
    let field = Example.session(2, on: "2026-03-12", [.field])
    let cancelled = DesignEvent.sessionChanged(
      session: 2, date: nil, cancelled: true, reason: "Ill")
    let overridden = Example.session(2, on: "2026-03-12", [.field], override: "Only free day")
    let past = Example.session(2, on: "2026-03-01", [.field])
    for sessions in [[field, cancelled], [overridden], [past]] {
      TrainingDesign.given(approved + [leaders] + sessions).when(cancel(1), knowing: facts)
        .then(.sessionChanged(session: 1, date: nil, cancelled: true, reason: "Ill"))
    }
  }

  private func move(_ session: Int, to date: String) -> DesignCommand {
    .changeSession(
      session: session, date: .init(stringLiteral: date), cancelled: false, reason: "Ill")
  }

  private func cancel(_ session: Int) -> DesignCommand {
    .changeSession(session: session, date: nil, cancelled: true, reason: "Ill")
  }
}
