import CanonicalJSON
import Testing

@testable import Domain

@Suite("Payloads of all times")
struct GoldenFileTests {
  @Test("are read, and written as they are now", arguments: GoldenLine.all)
  func kept(line: GoldenLine) throws {
    let event = try line.event()
    #expect(event.type == line.type)
    #expect(event.payload == .object(line.present))
    #expect(event.payload.canonicalBytes == JSON.object(line.present).canonicalBytes)
    #expect(event.schemaVersion == Upcasting.present.version(of: line.type))
  }

  @Test("stand in the files in every version of every type")
  func complete() {
    let kept = Set(GoldenLine.all.map(\.description))
    let wanted = DomainEvent.types.flatMap { type in
      (1...Upcasting.present.version(of: type)).map { "\(type) \($0)" }
    }
    #expect(kept == Set(wanted))
  }

  @Test("are read after their texts are erased, and hold none of them", arguments: GoldenLine.all)
  func redacted(line: GoldenLine) throws {
    let left = try #require(DomainEvent.redacted(.object(line.present), of: line.type))
    let event = try DomainEvent(type: line.type, payload: Fields(of: left))
    #expect(event.payload == left)
    #expect(DomainEvent.redacted(left, of: line.type) == left)
  }
}
