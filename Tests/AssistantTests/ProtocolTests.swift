import CanonicalJSON
import TestSupport
import Testing

@testable import Assistant

@Suite("Both eras of the protocol")
struct ProtocolTests {
  private var host = Host(ClosedHouse())

  @Test("A stateless host discovers the versions, and results say that they are complete")
  func discover() async throws {
    var host = host
    let result = try #require(try await host.ask("server/discover")["result"]?.object)
    #expect(result["resultType"] == "complete")
    #expect(result["supportedVersions"] == ["2026-07-28", "2025-11-25", "2025-06-18"])
    #expect(result["cacheScope"] == "public")
    #expect(result["ttlMs"] == 3_600_000)
    let info = result["_meta"]?.object?["io.modelcontextprotocol/serverInfo"]?.object
    #expect(info?["name"] == "pdca")
    #expect((result["instructions"]?.string?.utf8.count ?? 0) <= 1_024)
  }

  @Test("A handshake chooses a version, the newest where it asks for another")
  func handshake() async throws {
    for (asked, given) in [
      ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("2024-11-05", "2025-11-25"),
    ] {
      var host = host
      let answer = try await host.say(
        "initialize", ["protocolVersion": .string(asked), "capabilities": [:]])
      let result = try #require(answer[0].object?["result"]?.object)
      #expect(result["protocolVersion"] == .string(given))
      #expect(result["resultType"] == nil)
      #expect(try await host.say("ping")[0].object?["result"] == [:])
      let tools = try await host.say("tools/list")[0].object?["result"]?.object
      #expect(tools?["ttlMs"] == nil)
      #expect(tools?["tools"] != nil)
    }
  }

  @Test("A version that isn't served is refused with those that are")
  func version() async throws {
    var host = host
    let error = try #require(
      try await host.ask("tools/list", version: "2030-01-01")["error"]?.object)
    #expect(error["code"] == -32022)
    #expect(error["data"]?.object?["requested"] == "2030-01-01")
    #expect(error["data"]?.object?["supported"] != nil)
  }

  @Test("Requests without what a stateless one needs, and without a handshake, are refused")
  func meta() async throws {
    var host = host
    #expect(try await host.say("tools/list")[0].object?["error"]?.object?["code"] == -32602)
    let half: JSONObject = [
      "_meta": ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]
    ]
    #expect(try await host.say("tools/list", half)[0].object?["error"]?.object?["code"] == -32602)
  }

  @Test("Unknown methods, tools, prompts, resources and cursors are errors of the protocol")
  func unknown() async throws {
    var host = host
    for (method, params, code) in [
      ("no/method", [:], -32601), ("ping", [:], -32601),
      ("tools/call", ["name": "check_cycle"], -32602), ("tools/call", [:], -32602),
      ("prompts/get", ["name": "nothing"], -32602),
      ("resources/read", ["uri": "file:///etc/passwd"], -32602),
      ("tools/list", ["cursor": "x"], -32602), ("resources/list", ["cursor": "x"], -32602),
    ] as [(String, JSONObject, Int)] {
      let answer = try await host.ask(method, params)
      #expect(answer["error"]?.object?["code"] == JSON(code), "\(method) \(params)")
    }
  }

  @Test(
    "What is no message is refused",
    arguments: [
      ("{", -32700), ("[]", -32600), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}"#, -32602),
    ])
  func malformed(line: String, code: Int) {
    #expect {
      _ = try Message(Array(line.utf8))
    } throws: { error in
      (error as? ProtocolError)?.code.rawValue == code
    }
  }

  @Test("Notifications are answered with nothing")
  func notification() async throws {
    var host = host
    #expect(
      try await host.send(["jsonrpc": "2.0", "method": "notifications/initialized"]).isEmpty)
  }

  @Test("There are at most 12 tools, in at most 12 KB, each with the time to look at")
  func tools() async throws {
    var host = host
    let result = try #require(try await host.ask("tools/list")["result"]?.object)
    guard case .array(let tools)? = result["tools"] else { throw Missing() }
    #expect(tools.count <= 12)
    #expect(JSON.array(tools).canonicalBytes.count <= 12_288)
    for tool in tools {
      let schema = tool.object?["inputSchema"]?.object
      #expect(schema?["properties"]?.object?["as_of"] != nil)
      #expect(schema?["additionalProperties"] == false)
      let hints = tool.object?["annotations"]?.object
      #expect(hints?["destructiveHint"] == false)
      #expect(hints?["openWorldHint"] == false)
    }
  }

  @Test("Tools are what they were: hosts and people keep their names and arguments")
  func pinned() async throws {
    var host = host
    let result = try #require(try await host.ask("tools/list")["result"]?.object)
    guard case .array(let tools)? = result["tools"] else { throw Missing() }
    let lines = tools.map { $0.canonical + "\n" }.joined()
    #expect(!lines.contains("null"))
    #expect(try PinnedText(named: "Snapshots/tools").firstDifference(from: lines) == nil)
  }

  @Test("What is sealed opens again, and nothing else does")
  func seal() throws {
    let seal = StateSeal(key: Array(repeating: 7, count: 32))
    let text = seal.seal(["a": 1])
    #expect(seal.open(text)?["a"] == 1)
    #expect(StateSeal().open(text) == nil)
    var spoiled = Array(text.utf8)
    for place in spoiled.indices where spoiled[place] != UInt8(ascii: ".") {
      spoiled[place] = spoiled[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      #expect(seal.open(String(decoding: spoiled, as: UTF8.self)) == nil)
      spoiled = Array(text.utf8)
    }
  }

  private struct Missing: Error {}
}
