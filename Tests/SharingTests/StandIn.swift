import CanonicalJSON
import Synchronization

@testable import Sharing

/// A receiver in the place of the network.
final class StandIn: Transport {
  typealias Answering = @Sendable (OutgoingRequest, Int) throws -> ReceivedAnswer

  private let requests = Mutex<[OutgoingRequest]>([])
  private let answer: Answering

  /// - Parameter answer: gets each request, and which one it is, from 0.
  init(_ answer: @escaping Answering = { _, _ in ReceivedAnswer(status: 200) }) {
    self.answer = answer
  }

  var received: [OutgoingRequest] { requests.withLock { $0 } }

  /// The ids by which repetitions are told, in order of arrival.
  var ids: [String] {
    received.map { $0.headers.first { $0.name == "webhook-id" }?.value ?? "" }
  }

  /// What each was about, in order of arrival.
  var subjects: [String] {
    received.map { (try? JSON(parsing: $0.body))?.object?["subject"]?.string ?? "" }
  }

  func send(_ request: OutgoingRequest, allowingPrivate: Bool) async throws -> ReceivedAnswer {
    let number = requests.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    return try answer(request, number)
  }
}
