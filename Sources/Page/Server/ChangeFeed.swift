import Domain
import Office
import Postgres
import Synchronization

/// What is told to those who watch a page: that something was recorded, up to which position; or nothing
/// but that the line is open.
enum FeedSign: Sendable, Equatable {
  /// The sum of the departments' positions, as the person may see them: it only grows.
  case changed(Int)
  case heartbeat
  /// The database stopped answering, or answers again.
  case lost, back
}

/// Tells open pages of changes. It asks the database once a second for each person that watches, however
/// many pages they have open.
final class ChangeFeed: Sendable {
  /// Streams at one time, and of one person.
  private static let (most, mostOfPerson) = (2_000, 1_000)
  /// Between signs of life.
  private static let pulse = Duration.seconds(15)

  private struct Watcher {
    let person: Account
    let continuation: AsyncStream<FeedSign>.Continuation
  }

  private struct State {
    var watchers: [Int: Watcher] = [:]
    var next = 0
    var known: [Account: Int] = [:]
    var isLost = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let position: @Sendable (Account) async throws -> Int

  /// - Parameter position: how far the logs go that a person may see.
  init(position: @escaping @Sendable (Account) async throws -> Int) { self.position = position }

  var count: Int { state.withLock { $0.watchers.count } }

  /// Nil where there are too many already.
  func watch(as person: Account) -> (id: Int, signs: AsyncStream<FeedSign>)? {
    let (signs, continuation) = AsyncStream.makeStream(
      of: FeedSign.self, bufferingPolicy: .bufferingNewest(4))
    return state.withLock { state in
      let own = state.watchers.values.count { $0.person == person }
      guard !state.isClosed, state.watchers.count < Self.most, own < Self.mostOfPerson else {
        return nil
      }
      state.next += 1
      state.watchers[state.next] = Watcher(person: person, continuation: continuation)
      if let known = state.known[person] { continuation.yield(.changed(known)) }
      return (state.next, signs)
    }
  }

  func leave(_ id: Int) {
    let gone = state.withLock { state -> Watcher? in
      let gone = state.watchers.removeValue(forKey: id)
      if let gone, !state.watchers.values.contains(where: { $0.person == gone.person }) {
        state.known[gone.person] = nil
      }
      return gone
    }
    gone?.continuation.finish()
  }

  /// Ends all streams, as when the server stops.
  func close() {
    let all = state.withLock { state in
      state.isClosed = true
      defer { state.watchers = [:] }
      return Array(state.watchers.values)
    }
    for watcher in all { watcher.continuation.finish() }
  }

  /// Looks once a second until it is cancelled. Signs of life don't wait for a look that takes long.
  func run() async {
    async let pulses: Void = pulse()
    while !Task.isCancelled {
      await look()
      do { try await Task.sleep(for: .seconds(1)) } catch { break }
    }
    await pulses
  }

  private func pulse() async {
    while true {
      do { try await Task.sleep(for: Self.pulse) } catch { return }
      tell(.heartbeat)
    }
  }

  func look() async {
    let persons = state.withLock { Set($0.watchers.values.map(\.person)) }
    for person in persons {
      do {
        let position = try await position(person)
        tell(position, to: person)
      } catch let error as PostgresError where error.mayPass {
        lose()
        return
      } catch {
        // One who may look no longer, or too many readers: it says nothing of the others.
        continue
      }
    }
    if !persons.isEmpty { recover() }
  }

  private func tell(_ position: Int, to person: Account) {
    state.withLock { state in
      guard state.known[person] != position else { return }
      state.known[person] = position
      for watcher in state.watchers.values where watcher.person == person {
        watcher.continuation.yield(.changed(position))
      }
    }
  }

  private func tell(_ sign: FeedSign) {
    state.withLock { state in
      for watcher in state.watchers.values { watcher.continuation.yield(sign) }
    }
  }

  private func lose() {
    let isNew = state.withLock { state in
      defer { state.isLost = true }
      return !state.isLost
    }
    if isNew { tell(.lost) }
  }

  private func recover() {
    let wasLost = state.withLock { state in
      defer { state.isLost = false }
      return state.isLost
    }
    if wasLost { tell(.back) }
  }
}

extension FeedSign {
  /// As a server-sent event; ids are positions, by which a reader goes on.
  var event: String {
    switch self {
    case .changed(let position): "id: \(position)\nevent: change\ndata: \(position)\n\n"
    case .heartbeat: ": here\n\n"
    case .lost: "event: lost\ndata: database\n\n"
    case .back: "event: back\ndata: database\n\n"
    }
  }
}
