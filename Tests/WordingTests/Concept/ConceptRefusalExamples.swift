import CivilTime

@testable import Domain

extension ConceptRefusal {
  private static let concept = ItemID("SALES-C5")!
  private static let day = LocalDate(year: 2026, month: 3, day: 2)!

  /// One of each case.
  static let examples: [ConceptRefusal] = [
    .text(.empty(.task)), .unknownConcept(concept), .alreadyDrafted(concept),
    .incomplete(concept, missing: ConceptPart.allCases), .unknownKPI(KPIRefusal.hours),
    .unknownValueArea("提案", known: ["事務", "営業"]), .unknownValueArea("提案", known: []),
    .unknownSession(SessionID("HQ-D1.2")!), .predictionNotFinite,
    .predictionOutsideProportion(KPIRefusal.hours, predicted: 1.2),
    .firstStepTooLate(
      concept, by: day.adding(days: 30), today: day, latest: day.adding(days: 14)),
    .dueBeforeFirstStep(due: day, firstStepBy: day.adding(days: 7)), .alreadyChosen(concept),
    .alreadyDeclined(concept, reason: "効果小"),
    .alreadyStarted(concept, cycle: CycleRefusal.cycle), .notChosen(concept),
    .mayNotInvest(concept, layer: .field), .mayNotInvest(concept, layer: nil),
    .machineCannotDecide(concept, Account("report-bot")!),
  ]
}
