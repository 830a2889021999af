import CanonicalJSON
import Testing

@testable import Domain

@Suite("Any event of a log")
struct DomainEventTests {
  @Test("Every stream's types are known, each once")
  func types() {
    let streams: [Set<String>] = [
      OrganizationEvent.types, StrategyEvent.types, KPIEvent.types, CycleEvent.types,
      IssueEvent.types, LessonEvent.types, AdoptionEvent.types, DesignEvent.types,
      ReviewEvent.types, RedactionEvent.types, ConceptEvent.types, SubsidyEvent.types,
      ExclusionEvent.types, WorthEvent.types,
    ]
    #expect(DomainEvent.types == streams.reduce([]) { $0.union($1) })
    #expect(DomainEvent.types.count == streams.reduce(0) { $0 + $1.count })
  }

  @Test("An event is read by its type's name and written as it was")
  func read() throws {
    for golden in CycleGoldenTests.all {
      let payload = try Fields(of: JSON(parsing: golden.payload))
      let event = try DomainEvent(type: golden.type, schemaVersion: 1, payload: payload)
      #expect(event == .cycle(golden.event))
      #expect(event.type == golden.type)
      #expect(event.payload.canonical == golden.payload)
    }
  }

  @Test("Unknown types, later versions and missing fields are refused")
  func strict() { expectStrict(DomainEvent.self) }
}
