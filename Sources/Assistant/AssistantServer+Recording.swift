import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Presentation

/// What is recorded, and who says so: a person, through the host; where it can't ask, nothing is.
extension AssistantServer {
  mutating func record(
    _ tool: any RecordingTool.Type, _ values: JSONObject, _ request: Request, canAsk: Bool,
    isStateless: Bool
  ) async -> JSONObject? {
    do {
      let arguments = try Arguments(values, for: tool.parameters)
      if let state = request.params["requestState"] {
        return try await confirmed(tool, arguments, state, request)
      }
      let (entry, account) = try await look(tool, arguments)
      guard canAsk, arguments["as_of"] == nil else {
        return content(drafted(entry), [], now: .now(), isFull: false)
      }
      let proposal = Proposal(
        account: account, commandID: CommandID.given(at: .now()),
        digest: Proposal.digest(of: tool.name, arguments),
        expires: Instant.now().adding(seconds: StateSeal.lifetime), command: entry.commandLine)
      guard isStateless else {
        waiting[nextQuestion] = Waiting(request: request, proposal: proposal)
        return nil
      }
      return [
        "resultType": "input_required",
        "inputRequests": [
          "confirm": [
            "method": "elicitation/create", "params": proposal.form(language, statesMode: true),
          ]
        ],
        "requestState": .string(seal.seal(proposal.state)),
      ]
    } catch { return refusal(error) }
  }

  private func look(
    _ tool: any RecordingTool.Type, _ arguments: Arguments
  ) async throws -> (Entry, String) {
    let (language, usual) = (language, department)
    return try await house.work { office in
      (
        try tool.entry(arguments, in: Room(office, language, usual: usual)),
        "\(office.setting.actor)"
      )
    }
  }

  /// The answer where nobody can be asked: the command that a person runs.
  private func drafted(_ entry: Entry) -> Reply {
    Reply([
      say(
        "Nothing is recorded: this host can't ask the person. They run:",
        "何も記録していません。本人に確認できないため、次のコマンドを実行してもらってください:"),
      entry.commandLine,
    ])
  }

  /// The same call again, with the person's answer and what was sealed.
  private func confirmed(
    _ tool: any RecordingTool.Type, _ arguments: Arguments, _ state: JSON, _ request: Request
  ) async throws -> JSONObject {
    guard let sealed = state.string.flatMap(seal.open),
      sealed["digest"]?.string == Proposal.digest(of: tool.name, arguments),
      let id = sealed["command"]?.string.flatMap(CommandID.init),
      let expires = sealed["expires"]?.string.flatMap(Instant.init(rfc3339:)), .now() <= expires
    else {
      throw ArgumentFault(
        text: "The confirmation is not of this call, or too old; nothing is recorded. Call again.")
    }
    let answer = request.params["inputResponses"]?.object?["confirm"]?.object
    return try await settle(
      tool, arguments, under: id, by: sealed["account"]?.string, Proposal.isAccepted(answer))
  }

  /// The host's answer to a question that was put by a request.
  mutating func confirmed(_ id: JSON, _ result: JSONObject?) async -> [JSON] {
    guard let key = id.string, let waits = waiting.removeValue(forKey: key),
      let tool = Toolbox.recording.first(where: {
        $0.name == waits.request.params["name"]?.string
      })
    else { return [] }
    do {
      let arguments = try Arguments(
        waits.request.params["arguments"]?.object ?? [:], for: tool.parameters)
      let isFresh = Instant.now() <= waits.proposal.expires
      let settled = try await settle(
        tool, arguments, under: waits.proposal.commandID, by: waits.proposal.account,
        isFresh && Proposal.isAccepted(result))
      return [Self.response(waits.request.id, settled)]
    } catch { return [Self.response(waits.request.id, refusal(error))] }
  }

  private func settle(
    _ tool: any RecordingTool.Type, _ arguments: Arguments, under id: CommandID,
    by account: String?, _ isAccepted: Bool
  ) async throws -> JSONObject {
    guard isAccepted else {
      return content(
        Reply([say("Not confirmed; nothing is recorded.", "確認されなかったため、何も記録していません。")]), [],
        now: .now(), isFull: false)
    }
    let (language, usual) = (language, department)
    let (subject, events) = try await house.work { office in
      guard account == "\(office.setting.actor)" else {
        throw ArgumentFault(text: "The confirmation is another person's; nothing is recorded.")
      }
      return try tool.entry(arguments, in: Room(office, language, usual: usual))
        .record(under: id, at: office)
    }
    let place = events.joined(separator: ", ")
    var reply = Reply([
      events.isEmpty
        ? say("It was so already: \(subject).", "すでに記録されています: \(subject)。")
        : say(
          "Recorded on \(subject) at \(place), marked as written by a machine.",
          "\(subject) に記録しました（\(place)）。自動処理による記録として区別されます。")
    ])
    reply.facts = ["subject": .string(subject), "events": JSON(events)]
    return content(reply, [], now: .now(), isFull: false)
  }
}
