package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Presentation
import Terminal
import Wording

/// The protocol's state of one process. Stateless requests need none; of a handshake it knows which
/// revision was chosen, what the host can, and which confirmations are out.
package struct AssistantServer {
  let house: any AssistantHouse
  let language: Language
  /// The department of the settings; nil for none.
  let department: String?
  let version: String
  let seal: StateSeal
  let mark: @Sendable () -> RecordMark
  /// What a handshake chose; nil before one.
  var handshake: Handshake?
  var waiting: [String: Waiting] = [:]
  private var questions = 0

  struct Handshake: Sendable {
    let revision: Revision
    let canAsk: Bool
  }

  /// A confirmation that was asked for by a request to the host.
  struct Waiting: Sendable {
    let request: Request
    let proposal: Proposal
  }

  package init(
    _ house: any AssistantHouse, language: Language, department: String? = nil, version: String,
    seal: StateSeal = StateSeal(), mark: @escaping @Sendable () -> RecordMark = { RecordMark() }
  ) {
    self.house = house
    self.language = language
    self.department = department
    self.version = version
    self.seal = seal
    self.mark = mark
  }

  /// - Parameter emit: sends what comes before the answer, such as progress.
  /// - Returns: what is answered; nothing to a notification, or while a person is asked.
  package mutating func answer(
    _ message: Message, emit: (JSON) -> Void = { _ in }
  ) async -> [JSON] {
    switch message {
    case .notification: return []
    case .response(let id, let result): return await confirmed(id, result)
    case .request(let request):
      do {
        guard let result = try await self.result(of: request, emit) else { return [ask()] }
        return [Self.response(request.id, result)]
      } catch let error as ProtocolError {
        return [error.json(answering: request.id)]
      } catch {
        return [ProtocolError(.internalFault, "\(error)").json(answering: request.id)]
      }
    }
  }

  package func rest() async { await house.rest() }

  /// Of a request that the host took back.
  package mutating func forget(_ id: JSON) {
    waiting = waiting.filter { $0.value.request.id != id }
  }

  static func response(_ id: JSON, _ result: JSONObject) -> JSON {
    ["jsonrpc": "2.0", "id": id, "result": .object(result)]
  }

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  var nextQuestion: String { "confirm-\(questions)" }

  /// The question that was put last.
  private mutating func ask() -> JSON {
    let key = nextQuestion
    questions += 1
    guard let waits = waiting[key] else { return .null }
    return [
      "jsonrpc": "2.0", "id": .string(key), "method": "elicitation/create",
      "params": waits.proposal.form(
        language, statesMode: handshake?.revision == .handshake2025November),
    ]
  }
}
