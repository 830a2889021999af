import CanonicalJSON
import Testing

@testable import Domain

/// `Cycle.given(.planned(plan)).when(.cancel(reason: "…"), knowing: facts).then(.cancelled(…))`
extension Aggregate {
  static func given(_ events: Event...) -> Given<Self> { Given(events: events) }
  static func given(_ events: [Event]) -> Given<Self> { Given(events: events) }
}

struct Given<Subject: Aggregate> {
  let events: [Subject.Event]

  var state: Subject {
    events.reduce(into: Subject()) { $0.evolve($1) }
  }

  func when(
    _ command: Subject.Command, knowing facts: Subject.Facts,
    in circumstances: Circumstances = .person
  ) -> Outcome<Subject> {
    Outcome {
      () throws(Subject.Refusal) in
      let events = try state.decided(command, knowing: facts, in: circumstances)
      // A command names the right that the log asks for of what it causes.
      for event in events {
        #expect(StatedRights.needs[event.type] == command.needs, "\(event.type)")
      }
      return events
    }
  }
}

struct Outcome<Subject: Aggregate> {
  let result: Result<[Subject.Event], Subject.Refusal>

  init(_ decide: () throws(Subject.Refusal) -> [Subject.Event]) {
    result = Result(catching: decide)
  }

  func then(_ events: Subject.Event..., sourceLocation: SourceLocation = #_sourceLocation) {
    expect(.success(events), sourceLocation)
  }

  /// What is asked for is so already.
  func thenNothing(sourceLocation: SourceLocation = #_sourceLocation) {
    expect(.success([]), sourceLocation)
  }

  func thenRefused(
    _ refusal: Subject.Refusal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(.failure(refusal), sourceLocation)
  }

  private func expect(
    _ expected: Result<[Subject.Event], Subject.Refusal>, _ sourceLocation: SourceLocation
  ) {
    #expect(result == expected, sourceLocation: sourceLocation)
  }
}

/// Every event comes back from its stored form: type, version and canonical payload.
func expectRoundTrip<Event: StoredEvent>(
  _ event: Event, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let payload = try JSON(parsing: event.payload.canonical)
  let copy = try Event(
    type: event.type, schemaVersion: event.schemaVersion, payload: Fields(of: payload))
  #expect(copy == event, sourceLocation: sourceLocation)
}
