import CanonicalJSON
import Testing

@testable import Domain

@Suite("Commands on lessons, designs and reviews as stated")
struct StatedLearningTests {
  @Test("A number that no event may hold is still written down")
  func extremes() {
    let measure = AdoptionCommand.measureReuse(
      lesson: "EAST-L3", kpi: "SALES/hours", before: .nan, after: .infinity,
      leadTimeDays: .max, note: nil)
    #expect(
      measure.content.canonical
        == #"{"after":"inf","before":"nan","command":"adoption.measureReuse","kpi":"SALES/hours","leadTimeDays":"9223372036854775807","lesson":"EAST-L3"}"#
    )
  }

  @Test("Commands that differ are stated differently")
  func distinct() {
    let contents: [any StatedCommand] = [
      LessonCommand.draft(LessonTests.draft), LessonCommand.validate(note: nil),
      LessonCommand.validate(note: "Seen"),
      LessonCommand.proposeRollOut(to: ["EAST"], why: "Same"), LessonCommand.retire(reason: "Old"),
      AdoptionCommand.adopt(lesson: "EAST-L3", cycle: nil, note: nil),
      AdoptionCommand.adopt(lesson: "EAST-L3", cycle: "SALES-1", note: nil),
      AdoptionCommand.decline(lesson: "EAST-L3", reason: "Old"),
      DesignCommand.addItem(DesignItemDraft(title: "More")),
      DesignCommand.addItem(DesignItemDraft(title: "More", reasons: ["SALES-L3"])),
      DesignExample.schedule(on: "2026-03-10", [.field]),
      DesignExample.schedule(on: "2026-03-10", [.field], override: "Only free day"),
      DesignCommand.recordCost(
        session: nil, what: "Room", amount: Money(minorUnits: 1, currency: "JPY")),
      DesignCommand.recordCost(
        session: 1, what: "Room", amount: Money(minorUnits: 1, currency: "JPY")),
      ReviewCommand.open, ReviewCommand.retakeSnapshot, ReviewCommand.done(number: 1, note: nil),
      ReviewCommand.close(note: nil), ReviewCommand.addAddendum("Late"),
    ]
    #expect(Set(contents.map(\.content.canonical)).count == contents.count)
  }
}
