import Domain
import Postgres
import Synchronization
import Testing

@testable import Page

@Suite struct FeedTests {
  private let person = Account("sato")!

  @Test func `A page is told of a change, of a loss and of its end`() async throws {
    let position = Mutex(5)
    let isLost = Mutex(false)
    let box = Box(position: position, isLost: isLost)
    let feed = ChangeFeed { _ in
      if box.isLost.withLock({ $0 }) { throw PostgresError.rolledBack }
      return box.position.withLock { $0 }
    }
    let (_, signs) = try #require(feed.watch(as: person))
    var told = signs.makeAsyncIterator()
    await feed.look()
    #expect(await told.next() == .changed(5))
    box.position.withLock { $0 = 6 }
    await feed.look()
    #expect(await told.next() == .changed(6))
    box.isLost.withLock { $0 = true }
    await feed.look()
    await feed.look()
    #expect(await told.next() == .lost)
    box.isLost.withLock { $0 = false }
    await feed.look()
    #expect(await told.next() == .back)
    feed.close()
    #expect(await told.next() == nil)
    #expect(feed.watch(as: person) == nil)
  }

  @Test func `One who may look no longer takes nothing from the others`() async throws {
    let other = Account("suzuki")!
    let feed = ChangeFeed { person in
      if person == other { throw PostgresError.misuse("no such role") }
      return 3
    }
    let (_, signs) = try #require(feed.watch(as: person))
    _ = try #require(feed.watch(as: other))
    var told = signs.makeAsyncIterator()
    await feed.look()
    #expect(await told.next() == .changed(3))
    feed.close()
    #expect(await told.next() == nil)
  }

  @Test func `A reader that comes back is told how far things are`() async throws {
    let feed = ChangeFeed { _ in 9 }
    let (first, _) = try #require(feed.watch(as: person))
    await feed.look()
    let (_, signs) = try #require(feed.watch(as: person))
    var told = signs.makeAsyncIterator()
    #expect(await told.next() == .changed(9))
    feed.leave(first)
    #expect(feed.count == 1)
    #expect(FeedSign.changed(9).event == "id: 9\nevent: change\ndata: 9\n\n")
  }

  private final class Box: Sendable {
    let position: Mutex<Int>
    let isLost: Mutex<Bool>
    init(position: consuming Mutex<Int>, isLost: consuming Mutex<Bool>) {
      self.position = position
      self.isLost = isLost
    }
  }
}
