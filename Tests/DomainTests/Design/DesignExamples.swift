@testable import Domain

/// What the tests of training designs start from: HQ-D2 with the items 1 and 2,
/// today being Monday, 2026-03-02.
enum DesignExample {
  static let id: ItemID = "HQ-D2"
  static let lesson: ItemID = "SALES-L3"

  static let facts = DesignFacts(
    design: id, lesson: .validated(forTraining: true), considered: ["HQ": 7, "SALES": 120],
    members: ["sato", "suzuki"])

  static let drafted = DesignEvent.drafted(
    title: "Spring", audience: [.executive, .promoter],
    items: [
      DesignItem(number: 1, title: "Prompts", reasons: ["SALES-L3"]),
      DesignItem(number: 2, title: "Checks", reasons: []),
    ])
  static let incorporated = DesignEvent.lessonIncorporated(lesson: lesson, item: 1)
  static let declined = DesignEvent.lessonDeclined(lesson: lesson, reason: "Known to all")
  static let approved = DesignEvent.approved(note: nil, considered: ["HQ": 7, "SALES": 120])

  static func session(
    _ number: Int, on date: String, _ layers: [Layer], override: String? = nil
  ) -> DesignEvent {
    .sessionScheduled(
      TrainingSession(
        number: number, date: .init(stringLiteral: date), layers: layers, title: "Day",
        items: [1], overrideReason: override))
  }

  static func schedule(
    on date: String, _ layers: [Layer], items: [Int] = [1], override: String? = nil
  ) -> DesignCommand {
    .schedule(
      SessionPlan(
        date: .init(stringLiteral: date), layers: layers, title: "Day", items: items,
        overrideReason: override))
  }
}
