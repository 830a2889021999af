import Bilingual
import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import Synchronization
import TestSupport
import Testing

@testable import Office
@testable import Sharing

/// An organization with a target, and a clock that tests move.
struct SharingDatabase: Sendable {
  let target: Target
  static let sales = DepartmentCode("SALES")!
  static let hq = DepartmentCode("HQ")!

  func work<T: Sendable>(_ body: @Sendable (Office) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { try body(Office(in: $0, at: .now())) }
    await connection.close()
    return result
  }

  func found() async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { _ = try ProgramSchema.applier.migrate($0) }
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
    try await connection.perform { session in
      _ = try Office.found(
        OrganizationFounding(
          name: "Test", head: Self.hq, headName: "Head", timeZone: "Asia/Tokyo",
          fiscalYearStart: 4, trialDays: 14, founderLayer: .executive),
        Self.order(Self.hq), at: .now(), in: session)
    }
    await connection.close()
    try await work { office in
      _ = try office.register(Self.sales, name: "営業部", Self.order(Self.hq))
    }
  }

  static func order(_ department: DepartmentCode) -> Order {
    Order(department, commandID: .random())
  }

  /// - Parameter reader: nil for the founder.
  func add(
    _ name: String, occasions: Set<ShareOccasion> = [.decision], reader: Account? = nil
  ) async throws {
    try await work { office in
      var settings = ShareSettings(language: .japanese, occasions: occasions)
      settings.departments = [Self.sales]
      var secret = ShareSecret()
      secret[.url] = "https://hub.example.com/x"
      secret[.key] = WebhookKey.random().text
      _ = try office.addTarget(
        name, .webhook, reader: reader ?? office.setting.actor, settings, opening: secret)
    }
  }

  /// A member of SALES with a login, for the length of the body.
  func withMember(_ body: (Account) async throws -> Void) async throws {
    let name = "reader_" + (target.settings["dbname"] ?? "")
    let account = Account(name)!
    let owner = try await Connection.open(target)
    try await owner.execute("CREATE ROLE \(identifier: name) LOGIN")
    try await owner.execute("GRANT \(identifier: owner.group("member")) TO \(identifier: name)")
    try await work { office in
      _ = try office.record(
        .join(account: account, department: Self.sales, layer: .field, isMachine: false),
        Self.order(Self.hq))
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(account)) } catch { result = .failure(error) }
    try await owner.execute("DROP OWNED BY \(identifier: name)")
    try await owner.execute("DROP ROLE \(identifier: name)")
    await owner.close()
    try result.get()
  }

  func raise(_ count: Int) async throws {
    try await work { office in
      for number in 1...count {
        _ = try office.raise(
          "課題\(number)", to: .executive, cycle: nil, Self.order(Self.sales))
      }
    }
  }

  /// One turn of a sender of its own.
  @discardableResult
  func send(over receiver: any Transport, at now: Instant = .now(), pace: Double = 1) async throws
    -> Int
  {
    let connection = try await Connection.open(target)
    let sender = Sender(
      connection, over: receiver, retrying: RetrySchedule(pace: pace), clock: { now },
      telling: { _ in })
    let sent = try await sender.once { false }
    await connection.close()
    return sent
  }

  func standing(_ name: String = "hub") async throws -> ShareStanding {
    try await work { try $0.sharingStandings(name)[0] }
  }
}

private func withSharing<T: Sendable>(
  _ body: (SharingDatabase) async throws -> T
) async throws -> T {
  try await withCopy(of: "sharing") {
    try await SharingDatabase(target: $0).found()
  } _: { target in
    try await body(SharingDatabase(target: target))
  }
}

@Suite("Sending")
struct SenderTests {
  @Test("A target is told what came since it was added, in order, and once")
  func order() async throws {
    try await withSharing { database in
      try await database.raise(2)
      try await database.add("hub")
      try await database.raise(5)
      let receiver = StandIn()
      #expect(try await database.send(over: receiver) == 5)
      #expect(receiver.subjects == (3...7).map { "SALES-I\($0)" })
      #expect(try await database.send(over: receiver) == 0)
      #expect(receiver.received.count == 5)
    }
  }

  @Test("Messages call people by their names")
  func names() async throws {
    try await withSharing { database in
      try await database.work { office in
        try office.enter(office.setting.actor, name: "佐藤 花子", language: nil, address: nil)
      }
      try await database.add("hub")
      try await database.raise(1)
      let receiver = StandIn()
      #expect(try await database.send(over: receiver) == 1)
      let body = String(decoding: receiver.received[0].body, as: UTF8.self)
      #expect(body.contains("佐藤 花子"), "\(body)")
    }
  }

  @Test("What fails holds back what follows, and is repeated under the same key")
  func retry() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(3)
      let receiver = StandIn { _, number in
        ReceivedAnswer(status: number == 1 ? 500 : 200)
      }
      #expect(try await database.send(over: receiver) == 1)
      #expect(try await database.standing().next?.lastResult == "http 500")
      let later = Instant.now().adding(seconds: 3_600)
      #expect(try await database.send(over: receiver, at: later) == 2)
      #expect(receiver.subjects == ["SALES-I1", "SALES-I2", "SALES-I2", "SALES-I3"])
      #expect(receiver.ids[1] == receiver.ids[2])
      #expect(Set(receiver.ids).count == 3)
    }
  }

  @Test("A sender that dies before it takes down what arrived repeats it with its key")
  func killed() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(2)
      let target = database.target
      // The connection is gone when the answer comes.
      let receiver = StandIn { _, number in
        if number == 0 {
          let isGone = Mutex(false)
          Task {
            let other = try await Connection.open(target)
            try await other.execute(
              """
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid()
              """)
            await other.close()
            isGone.withLock { $0 = true }
          }
          while !isGone.withLock({ $0 }) {}
        }
        return ReceivedAnswer(status: 200)
      }
      await #expect(throws: PostgresError.self) { try await database.send(over: receiver) }
      #expect(try await database.send(over: receiver) == 2)
      #expect(receiver.subjects == ["SALES-I1", "SALES-I1", "SALES-I2"])
      #expect(receiver.ids[0] == receiver.ids[1])
    }
  }

  @Test("What is refused for good is set aside; an address that is gone pauses the target")
  func refused() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(2)
      let receiver = StandIn { _, number in ReceivedAnswer(status: number == 0 ? 404 : 410) }
      #expect(try await database.send(over: receiver) == 0)
      let standing = try await database.standing()
      #expect(standing.aside == 2)
      #expect(standing.target.pause?.reason == .gone)
      try await database.work { office in
        #expect(try office.retryDeliveries(of: "hub", number: nil) == 2)
        try office.resumeTarget("hub")
      }
      #expect(try await database.send(over: StandIn()) == 2)
    }
  }

  @Test("After three days of failing it is set aside, and what follows goes on")
  func givenUp() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(2)
      let receiver = StandIn { request, _ in
        let isFirst = String(decoding: request.body, as: UTF8.self).contains("SALES-I1\"")
        return ReceivedAnswer(status: isFirst ? 503 : 200)
      }
      let start = Instant.now()
      #expect(try await database.send(over: receiver, at: start) == 0)
      #expect(try await database.send(over: receiver, at: start.adding(seconds: 73 * 3_600)) == 1)
      let standing = try await database.standing()
      #expect((standing.aside, standing.sent) == (1, 1))
    }
  }

  @Test("The receiver's wish to wait is honored")
  func retryAfter() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(1)
      let receiver = StandIn { _, number in
        ReceivedAnswer(status: number == 0 ? 429 : 200, retryAfter: number == 0 ? 600 : nil)
      }
      let start = Instant.now()
      #expect(try await database.send(over: receiver, at: start) == 0)
      #expect(try await database.send(over: receiver, at: start.adding(seconds: 590)) == 0)
      #expect(receiver.received.count == 1)
      #expect(try await database.send(over: receiver, at: start.adding(seconds: 601)) == 1)
    }
  }

  @Test("Two senders never tell one target at a time")
  func tenure() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(1)
      let other = try await Connection.open(database.target)
      let held = try await other.perform {
        try WorkTenure.take("share/hub", as: "other/1/x", in: $0)
      }
      #expect(held != nil)
      let receiver = StandIn()
      #expect(try await database.send(over: receiver) == 0)
      #expect(receiver.received.isEmpty)
      await other.close()
      #expect(try await database.send(over: receiver) == 1)
    }
  }

  @Test("Skipping to now leaves out what waits and what was not looked at")
  func skip() async throws {
    try await withSharing { database in
      try await database.add("hub")
      try await database.raise(2)
      _ = try await database.send(over: StandIn { _, _ in ReceivedAnswer(status: 500) })
      try await database.raise(3)
      let skipped = try await database.work { try $0.skipToNow("hub") }
      #expect(skipped == (2, 3))
      try await database.raise(1)
      let receiver = StandIn()
      #expect(try await database.send(over: receiver) == 1)
      #expect(receiver.subjects == ["SALES-I6"])
    }
  }

  @Test("When its reader leaves, a target pauses and tells nobody anything")
  func readerLeft() async throws {
    try await withSharing { database in
      try await database.withMember { reader in
        try await database.add("hub", reader: reader)
        try await database.raise(1)
        #expect(try await database.send(over: StandIn()) == 1)
        try await database.raise(1)
        try await database.work { office in
          _ = try office.record(
            .leave(account: reader, reason: "転職"), SharingDatabase.order(SharingDatabase.hq))
        }
        let receiver = StandIn()
        #expect(try await database.send(over: receiver) == 0)
        #expect(receiver.received.isEmpty)
        let standing = try await database.standing()
        #expect(standing.target.pause?.reason == .readerLeft)
        #expect(standing.waiting == 1)
      }
    }
  }

  @Test(
    "Members see no secret, and only the targets that read as them; administrators write secrets")
  func rights() async throws {
    try await withSharing { database in
      try await database.withMember { reader in
        try await database.add("hub", reader: reader)
        try await database.add("other")
        let member = try await Connection.open(database.target.user(reader.rawValue))
        let seen = try await member.query("SELECT name FROM share.target ORDER BY 1") {
          try $0.text(0)
        }
        #expect(seen == ["hub"])
        await #expect(throws: PostgresError.self) {
          try await member.execute("SELECT secret FROM share.secret")
        }
        await #expect(throws: PostgresError.self) {
          try await member.execute("UPDATE share.target SET reader = 'x'")
        }
        let owner = try await Connection.open(database.target)
        try await owner.execute(
          "GRANT \(identifier: owner.group("administrator")) TO \(identifier: reader.rawValue)")
        await #expect(throws: PostgresError.self) {
          try await member.execute("SELECT secret FROM share.secret")
        }
        // The group alone gives nothing; the log says who administers.
        #expect(
          try await member.query("SELECT name FROM share.target ORDER BY 1") { try $0.text(0) }
            == ["hub"])
        try await database.work { office in
          _ = try office.record(
            .grant(account: reader, role: .administrator, departments: []),
            SharingDatabase.order(SharingDatabase.hq))
        }
        #expect(
          try await member.query("SELECT name FROM share.target ORDER BY 1") { try $0.text(0) }
            == ["hub", "other"])
        await owner.close()
        await member.close()
      }
    }
  }
}
