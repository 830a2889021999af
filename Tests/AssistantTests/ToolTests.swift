import CanonicalJSON
import Domain
import EventLog
import Office
import Orders
import ReadModels
import Testing

@testable import Assistant

@Suite("Tools over a department's log")
struct ToolTests {
  @Test("Reading tools cite positions, and mark what people wrote as data")
  func read() async throws {
    try await withHouse { house in
      var host = Host(house)
      for (tool, arguments) in [
        ("my_day", [:]), ("review", [:]), ("explain_change", ["kpi": "hours"]),
        ("why_decided", ["id": "SALES-1"]), ("find_lessons", ["problem": "Drafts by assistant"]),
        ("chart", ["kpi": "SALES/hours"]),
        ("draft_plan", ["title": "T", "problem": "Drafts", "change": "C", "kpi": "hours"]),
      ] as [(String, JSONObject)] {
        let answer = try await host.call(tool, arguments)
        #expect(answer["isError"] == false, "\(tool): \(answer.text)")
        #expect(answer.text.contains("SALES@"), "\(tool)")
        #expect(answer["structuredContent"]?.object?["positions"]?.object?["SALES"] != nil)
        let outside = answer.texts.filter { !$0.hasPrefix("<records mark>") }.joined()
        #expect(!outside.contains("IGNORE"), "\(tool)")
        #expect(Extent.tokens(of: answer.text) <= 2_000, "\(tool)")
        for text in answer.texts where text.hasPrefix("<records") {
          #expect(text.hasSuffix("</records mark>"))
        }
        #expect(try await house.work { try $0.heads()[TestHouse.sales] } == 16, "\(tool)")
      }
    }
  }

  @Test("Looking back shows what was recorded then")
  func past() async throws {
    try await withHouse { house in
      var host = Host(house)
      let then = try await host.call("chart", ["kpi": "hours", "as_of": "SALES@8"])
      #expect(then["structuredContent"]?.object?["positions"]?.object?["SALES"] == 8)
      let now = try await host.call("chart", ["kpi": "hours"])
      #expect(then.text != now.text)
      let bad = try await host.call("chart", ["kpi": "hours", "as_of": "SALES@999"])
      #expect(bad["isError"] == true)
    }
  }

  @Test("Arguments that can be put right are told in the answer")
  func arguments() async throws {
    try await withHouse { house in
      var host = Host(house)
      for (tool, arguments) in [
        ("chart", [:]), ("chart", ["kpi": "nothing"]), ("chart", ["kpi": 1]),
        ("chart", ["kpi": "hours", "more": "x"]), ("review", ["audience": "nobody"]),
        ("why_decided", ["id": "?"]), ("log_action", ["text": "x", "cycle": "SALES-99"]),
        ("log_action", ["text": "x", "time": "soon"]), ("chart", ["kpi": "hours", "cursor": "x"]),
      ] as [(String, JSONObject)] {
        let answer = try await host.call(tool, arguments)
        #expect(answer["isError"] == true, "\(tool) \(arguments)")
        #expect(!answer.text.isEmpty)
      }
    }
  }

  @Test("A host that can't ask gets the command, and nothing is recorded")
  func command() async throws {
    try await withHouse { house in
      var host = Host(house)
      let before = try await house.work { try $0.heads() }
      let answer = try await host.call("log_action", ["text": "It's done", "time": "30m"])
      #expect(answer.text.contains("pdca do SALES-1 'It'\\''s done' --minutes 30"))
      let past = try await host.call(
        "log_action", ["text": "x", "as_of": "SALES@8"], canAsk: true)
      #expect(past.text.contains("pdca do"))
      #expect(try await house.work { try $0.heads() } == before)
    }
  }

  @Test("What a person confirms is recorded once, marked as a machine's")
  func confirm() async throws {
    try await withHouse { house in
      var host = Host(house)
      let arguments: JSONObject = ["text": "Wrote one", "time": "45"]
      let question = try await host.call("log_action", arguments, canAsk: true)
      #expect(question["resultType"] == "input_required")
      let state = try #require(question["requestState"])
      let form = question["inputRequests"]?.object?["confirm"]?.object
      #expect(form?["method"] == "elicitation/create")
      func answer(_ action: JSON, _ state: JSON = state, _ given: JSONObject = arguments)
        -> JSONObject
      {
        [
          "requestState": state,
          "inputResponses": ["confirm": ["action": action, "content": ["record": true]]],
        ]
      }
      let declined = try await host.call(
        "log_action", arguments, canAsk: true, more: answer("decline"))
      #expect(declined.text.contains("nothing is recorded"))
      let first = try await host.call(
        "log_action", arguments, canAsk: true, more: answer("accept"))
      let events = first["structuredContent"]?.object?["events"]
      #expect(events == ["SALES@17"], "\(first.text)")
      let again = try await host.call(
        "log_action", arguments, canAsk: true, more: answer("accept"))
      #expect(again["structuredContent"]?.object?["events"] == events)
      let other = try await host.call(
        "log_action", ["text": "Another"], canAsk: true, more: answer("accept"))
      #expect(other["isError"] == true)
      let forged = try await host.call(
        "log_action", arguments, canAsk: true, more: answer("accept", "7b7d.00"))
      #expect(forged["isError"] == true)
      let marked = try await house.work { office in
        try office.story(of: TestHouse.cycle, actions: 10).detail.actions.map(\.byMachine)
      }
      #expect(marked == [true])
    }
  }

  @Test("A host of the handshake's era is asked by a request, and answers by its id")
  func elicit() async throws {
    try await withHouse { house in
      var host = Host(house)
      _ = try await host.say(
        "initialize",
        ["protocolVersion": "2025-06-18", "capabilities": ["elicitation": [:]]])
      let asked = try await host.say(
        "tools/call",
        ["name": "report_obstacle", "arguments": ["cycle": "SALES-1", "text": "No seat"]])
      #expect(asked.count == 1)
      let question = try #require(asked[0].object)
      #expect(question["method"] == "elicitation/create")
      #expect(question["params"]?.object?["mode"] == nil)
      let answers = try await host.send([
        "jsonrpc": "2.0", "id": question["id"],
        "result": ["action": "accept", "content": ["record": true]],
      ])
      #expect(answers.count == 1)
      let result = answers[0].object?["result"]?.object
      #expect(result?["structuredContent"]?.object?["events"] == ["SALES@17"])
      let stray = try await host.send([
        "jsonrpc": "2.0", "id": question["id"], "result": ["action": "accept"],
      ])
      #expect(stray.isEmpty)
    }
  }

  @Test("The assistant's office refuses what only people decide")
  func decisions() async throws {
    try await withHouse { house in
      await #expect(throws: CycleRefusal.self) {
        try await house.work { office in
          try office.asMachine().record(
            .check(CheckRequest(.notMeasured(reason: "x"))), on: TestHouse.cycle,
            .init(TestHouse.sales, commandID: .random()))
        }
      }
    }
  }

  @Test("Resources are listed, read and marked; prompts are filled in")
  func resources() async throws {
    try await withHouse { house in
      var host = Host(house)
      let list = try await host.ask("resources/list")["result"]?.object
      #expect(
        list?["resources"] == [
          ["mimeType": "text/markdown", "name": "SALES-1", "uri": "pdca://cycle/SALES-1"]
        ])
      let read = try await host.ask("resources/read", ["uri": "pdca://cycle/SALES-1"])
      guard case .array(let contents)? = read["result"]?.object?["contents"] else { return }
      let text = contents.first?.object?["text"]?.string ?? ""
      #expect(text.hasPrefix("<records mark>") && text.hasSuffix("</records mark>"))
      #expect(text.contains("SALES@16"))
      let missing = try await host.ask("resources/read", ["uri": "pdca://cycle/SALES-9"])
      #expect(missing["error"]?.object?["code"] == -32602)
      var earlier = Host(house)
      _ = try await earlier.say("initialize", ["protocolVersion": "2025-11-25"])
      let gone = try await earlier.say("resources/read", ["uri": "pdca://cycle/SALES-9"])
      #expect(gone[0].object?["error"]?.object?["code"] == -32002)
      let prompt = try await host.ask(
        "prompts/get", ["name": "plan_with_lessons", "arguments": ["problem": "Slow drafts"]])
      #expect(prompt["result"]?.object?["messages"] != nil)
    }
  }
}
