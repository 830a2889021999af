import CanonicalJSON
import Glibc
import OperatingSystem
import Postgres

/// Serves one host over standard input and output: a message a line, nothing else on the output.
package struct StdioServer: ~Copyable {
  /// Milliseconds without a message after which the house rests.
  private static let patience: Int32 = 60_000
  private var server: AssistantServer
  private var input = StandardInput()
  private var queue: [Message] = []
  private var cancelled: [JSON] = []
  private var hasEnded = false

  package init(_ server: consuming AssistantServer) { self.server = server }

  /// Until the input ends, or nobody reads the output any more.
  package mutating func run() async {
    while !Interruption.wasReceived {
      gather(within: queue.isEmpty ? Self.patience : 0)
      guard !queue.isEmpty else {
        if hasEnded { break }
        await server.rest()
        continue
      }
      let message = queue.removeFirst()
      let answers = await server.answer(message) { try? Self.write($0) }
      gather(within: 0)
      for answer in answers where !isCancelled(answer) {
        do { try Self.write(answer) } catch { return await server.rest() }
      }
    }
    await server.rest()
  }

  /// Takes what has come; a cancellation overtakes what waits.
  private mutating func gather(within patience: Int32) {
    var patience = patience
    while true {
      switch input.next(within: patience) {
      case .line(let line): take(line)
      case .tooLong:
        try? Self.write(
          ProtocolError(.invalidRequest, "The message is too long.").json(answering: nil))
      case .end:
        hasEnded = true
        return
      case .silence: return
      }
      patience = 0
    }
  }

  private mutating func take(_ line: [UInt8]) {
    do {
      let message = try Message(line)
      if case .notification("notifications/cancelled", let params) = message,
        let id = params["requestId"]
      {
        cancelled = Array((cancelled + [id]).suffix(100))
        queue.removeAll { if case .request(let request) = $0 { request.id == id } else { false } }
        server.forget(id)
      } else {
        if case .request(let request) = message { cancelled.removeAll { $0 == request.id } }
        queue.append(message)
      }
    } catch {
      try? Self.write(error.json(answering: error.id))
    }
  }

  private func isCancelled(_ answer: JSON) -> Bool {
    guard let object = answer.object, object["method"] == nil, let id = object["id"] else {
      return false
    }
    return cancelled.contains(id)
  }

  private static func write(_ message: JSON) throws {
    try Descriptor.write(message.canonicalBytes + [0x0A], to: STDOUT_FILENO)
  }
}
