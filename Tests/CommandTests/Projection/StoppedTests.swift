import Testing

@Suite("What has stopped doesn't decide")
struct StoppedTests {
  @Test("One observation a period stays refused after an event that can't be taken in")
  func observation() async throws {
    try await withCycle { pdca async throws in
      let record = ["kpi", "record", "SALES/hours", "5", "--on", "2026-01-05"]
      #expect(try pdca.run(record).status == 0)
      try await pdca.append("SALES", "kpi-hours", "ObservationDreamt", "{}")
      #expect(try pdca("projection", "run").status == 0)
      // Recorded where no projection has seen it.
      try await pdca.append(
        "SALES", "kpi-hours", "ObservationRecorded", #"{"period":"2026-01-12","value":5}"#)
      let run = try pdca("kpi", "record", "SALES/hours", "6", "--on", "2026-01-12")
      #expect(run.status == 4, "\(run)")
      #expect(run.errors.contains("what is known of SALES has stopped before event SALES@"))
      #expect(run.errors.contains("ObservationDreamt"))
      #expect(run.errors.contains("Nothing was saved."))
      #expect(run.errors.contains("pdca projection retry"))
      #expect(run.errors.contains("pdca log --department SALES --after "))
      #expect(try pdca.japanese.run(record).errors.contains("の手前で止まっています"))
    }
  }

  @Test("Other subjects and other departments go on")
  func others() async throws {
    try await withCycle { pdca async throws in
      try await pdca.append("SALES", "kpi-hours", "ObservationDreamt", "{}")
      #expect(try pdca("do", "SALES-1", "Wrote one").status == 0)
      #expect(try pdca("issue", "raise", "Seats", "--to", "promoter").status == 0)
      let amend = ["amend", "SALES-1", "--predict", "3", "--reason", "Fewer"]
      #expect(try pdca.run(amend).status == 4)
    }
  }

  @Test("A payload that can't be read stops as an unknown type does")
  func payload() async throws {
    try await withCycle { pdca async throws in
      try await pdca.append("SALES", "cycle-1", "ActionLogged", #"{"minutes":"many"}"#)
      let run = try pdca("do", "SALES-1", "Wrote one")
      #expect(run.status == 4, "\(run)")
      #expect(run.errors.contains("ActionLogged"))
      #expect(try pdca("check", "SALES-1").status == 4)
    }
  }

  @Test("What only reads answers, and warns beside it and in JSON")
  func reading() async throws {
    try await withCycle { pdca async throws in
      let before = try pdca("cycle", "list")
      try await pdca.append("SALES", "cycle-9", "CycleDreamt", "{}")
      let run = try pdca("cycle", "list")
      #expect(run.status == 0)
      #expect(run.output == before.output)
      #expect(
        run.errors.hasPrefix("Warning: what is known of SALES (cycle) has stopped before event"))
      #expect(run.errors.hasSuffix("See:  pdca projection status\n"))
      let json = try pdca("cycle", "show", "SALES-1", "--json")
      #expect(json.status == 0)
      #expect(json.output.contains(#""stopped":[{"department":"SALES","error":"#))
    }
  }
}
