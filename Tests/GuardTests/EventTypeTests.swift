import Domain
import Postgres
import TestSupport
import Testing

@Suite("Which events a log takes")
struct EventTypeTests {
  @Test("The schema lists the domain's types with their streams and versions, and no other")
  func types() async throws {
    try await withDatabase { target in
      _ = try await LogDatabase(in: target, departments: 0)
      let connection = try await Connection.open(target)
      let listed = try await connection.query(
        "SELECT type || ' ' || stream_kind || ' ' || versions || ' ' || own FROM log.event_type"
      ) { try $0.text(0) }
      let known = Subject.allCases.flatMap { subject in
        subject.types.map { type in
          let own = [.redaction, .exclusion].contains(subject)
          return "\(type) \(subject.rawValue) \(Upcasting.present.version(of: type)) \(own)"
        }
      }
      #expect(Set(listed) == Set(known))
      #expect(listed.count == known.count)
    }
  }

  static let streams = [
    "organization", "strategy", "redactions", "exclusions", "kpi-hours", "kpi-close-rate-2",
    "cycle-1", "cycle-120", "issue-7", "lesson-3", "design-2", "adoption-SALES-L3", "concept-4",
    "subsidy-2", "worth", "worth-1",
    "review-2026-W47", "review-2026-11", "organization-1", "strategy-x", "kpi", "kpi-", "kpi-9x",
    "cycle-", "cycle-x", "cycle-1x", "cycle", "issue-", "adoption-SALES", "adoption-3",
    "review-2026", "review-w47", "review-2026-W", "Cycle-1", "dream-1", "", "cycle_1",
  ]

  @Test("A stream's name fits its kind where the domain reads it so")
  func forms() async throws {
    try await withDatabase { target in
      _ = try await LogDatabase(in: target, departments: 0)
      let connection = try await Connection.open(target)
      for name in Self.streams {
        let kind = try await connection.first(
          "SELECT DISTINCT stream_kind FROM log.event_type WHERE \(name) ~ stream_form"
        ) { try $0.text(0) }
        #expect(kind == Stream(name: name)?.subject.rawValue, "\(name)")
      }
    }
  }

  @Test("Which strings of payloads are texts, and what the others look like, is the domain's")
  func strings() async throws {
    try await withDatabase { target in
      _ = try await LogDatabase(in: target, departments: 0)
      let connection = try await Connection.open(target)
      let listed = try await connection.query(
        "SELECT type || ' ' || place || ' ' || coalesce(form, 'text') FROM log.payload_string"
      ) { try $0.text(0) }
      let texts = DomainEvent.textPlaces.flatMap { type, places in
        places.map { "\(type) \($0) text" }
      }
      let kept = DomainEvent.keptPlaces.flatMap { type, places in
        places.map { "\(type) \($0.key) \($0.value.name)" }
      }
      let missing = Set(texts + kept).subtracting(listed).sorted()
      let odd = Set(listed).subtracting(texts + kept).sorted()
      #expect(missing == [] && odd == [], "schema/functions/06_payload_string.sql")
      #expect(listed.count == texts.count + kept.count)
    }
  }

  /// Of every form some, and what people write.
  static let corpus = [
    "SALES", "SALES/close-rate", "SALES-12", "SALES-L3", "SALES-C4", "HQ-D2", "HQ-D2.1", "9:40",
    "24:00", "24:01", "9:60", "SALES-I4", "SALES-2026-W47",
    "HQ-2026-11", "2026-W47", "2026-11", "SALES-2026-W47.2", "2026-11-29", "2026-13-01",
    "suzuki", "山田 太郎", "daily", "weekly", "monthly", "action", "staffing", "adopt", "abandon",
    "up", "down", "neutral", "outcome", "activity", "executive", "promoter", "field", "success",
    "failure", "value", "count", "proportion", "administrator", "reviewer", "trainer", "met",
    "notMeasured", "delivery", "closeRate", "duties", "claim", "liveOnline", "meal", "insured",
    "tuition", "Asia/Tokyo",
    "JPY", String(repeating: "0a", count: 32),
    "090-1234-5678", "Called Sato", "提案書の雛形", "hunter2!", "a@b.example", "[redacted]",
    String(repeating: "x", count: 200), "field ", "Field", "SALES-", "SALES-0",
  ]

  @Test("A string that stands for something is one to the schema where it is one to the domain")
  func formsOfStrings() async throws {
    try await withDatabase { target in
      _ = try await LogDatabase(in: target, departments: 0)
      let connection = try await Connection.open(target)
      var seen: Set<String> = []
      let own = Subject.redaction.types.union(Subject.exclusion.types)
      for (type, places) in DomainEvent.keptPlaces where !own.contains(type) {
        for (place, form) in places where seen.insert(form.name).inserted {
          for text in Self.corpus where text != "2026-13-01" || form.name == "word" {
            let isErasable = try await connection.first(
              "SELECT log.is_erasable(\(type), \(place), \(text))"
            ) { try $0.bool(0) }
            #expect(isErasable == !form.holds(text), "\(form.name): \(text)")
          }
        }
      }
      #expect(seen.count > 15)
    }
  }
}
