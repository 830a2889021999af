package import Bilingual
package import CivilTime
package import Domain
package import Orders
package import ReadModels

/// Plans that are filled in from what there is already; who plans puts in what is theirs to say.
extension Office {
  /// The day by which something is planned, refused at once where it is over when the plan is made: for who is
  /// asked for it. One that was given before is judged once it is known whether the command was given before.
  package func dueToCome(
    _ text: String, _ argument: String, _ order: Order
  ) throws -> LocalDate {
    let day = try Read.date(text, argument, dueDates)
    let planned = order.occurredAt.map { setting.zone.date(at: $0.instant) }
    try CycleRefusal.check(due: day, on: planned ?? today)
    return day
  }

  /// What a chosen concept says; the lessons like it count as consulted.
  package func plan(of concept: ConceptRow, in language: Language) throws -> PlanRequest {
    var request = PlanRequest(
      title: concept.title, problem: concept.task,
      change: language.choose(
        "With AI: \(concept.byAI); by people: \(concept.byPeople)",
        "AI: \(concept.byAI)／人: \(concept.byPeople)"),
      kpi: concept.kpi, predicted: concept.predicted, due: concept.due)
    request.lessonsConsulted = try lessons(like: request).map(\.lesson.id)
    return request
  }

  /// The trial of a lesson: its conditions are the problem, its suggestion is what is tried.
  package func plan(trying lesson: LessonRow) -> PlanRequest {
    PlanRequest(
      title: lesson.title, problem: lesson.conditions, change: lesson.suggestion, kpi: nil,
      predicted: nil, due: nil, lessonsConsulted: [lesson.id])
  }
}
