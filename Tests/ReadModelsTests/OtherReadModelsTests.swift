import Domain
import Postgres
import Testing

@testable import ReadModels

@Suite("Read models of another version")
struct OtherReadModelsTests {
  @Test("A version above this program's tells a newer one, one below alone an older one")
  func age() {
    let cases: [([OtherReadModels.Projection], OtherReadModels.Age)] = [
      ([], .unknown),
      ([.init(name: "kpi", built: 2, own: 2)], .unknown),
      ([.init(name: "kpi", built: 1, own: 2)], .older),
      ([.init(name: "kpi", built: nil, own: 2)], .older),
      ([.init(name: "kpi", built: 3, own: 2)], .newer),
      ([.init(name: "mood", built: 1, own: nil)], .newer),
      ([.init(name: "kpi", built: 1, own: 2), .init(name: "mood", built: 1, own: nil)], .newer),
    ]
    for (projections, age) in cases {
      #expect(OtherReadModels(schema: "read_1", projections: projections).age == age)
    }
  }

  @Test("They are neither read nor written, in a transaction or outside of one, and said to differ")
  func refused() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.connection.executeScript(
        """
        UPDATE read_1.projection SET version = version + 1 WHERE name = 'cycle';
        UPDATE read_1.projection SET tables = '' WHERE name = 'kpi';
        INSERT INTO read_1.projection VALUES ('mood', 4, '');
        UPDATE read.pointer SET definition = 'newer'
        """)
      let (cycle, kpi) = (ProjectionModule.cycle.version, ProjectionModule.kpi.version)
      let refusal = ProjectionError.builtOtherwise(
        OtherReadModels(
          schema: "read_1",
          projections: [
            .init(name: "kpi", built: kpi, own: kpi),
            .init(name: "cycle", built: cycle + 1, own: cycle),
            .init(name: "mood", built: 4, own: nil),
          ]))
      let works: [@Sendable (Session) throws -> Void] = [
        { _ = try Projector.caughtUp(in: $0) { _ in } }, { _ = try Projector.catchUpAll(in: $0) },
        { try Projector.catchUp(Sample.sales, in: $0) }, { _ = try Projector.takeTurn(in: $0) },
        { _ = try Projector.retry(in: $0) }, { try Projector.startOver(Sample.sales, in: $0) },
        { _ = try ProjectionCheck.run(in: $0) }, { _ = try ProjectionStatus.all(in: $0) },
        { _ = try Following.all(in: $0) }, { try $0.transaction { _ = try ReadSchema.enter($0) } },
      ]
      for (index, work) in works.enumerated() {
        await #expect(throws: refusal, "\(index)") { try await database.connection.perform(work) }
      }
      let rows = try await database.connection.query("SELECT count(*) FROM read_1.cycle") {
        try $0.int(0)
      }
      #expect(rows == [0])
      let report = try await database.rebuild(always: false)
      #expect(report?.changed == ["kpi", "cycle", "mood"])
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count } == 1)
    }
  }
}
