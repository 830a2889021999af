import CivilTime
import Domain
import EventLog
import Mail
import Orders
import Postgres
import ReadModels
import Testing

@testable import Office

@Suite struct InboxTests {
  typealias Org = OfficeDatabase

  private func letter(
    _ body: String, subject: String = "Re: SALES-1", from: String = "sato@example.com",
    id: String = "<1@example.com>"
  ) throws -> InboxLetter {
    try InboxLetter(
      mail(body, subject: subject, from: from, id: id), verifiedBy: "mx")
  }

  private func mail(
    _ body: String, subject: String = "Re: SALES-1", from: String = "sato@example.com",
    id: String = "<1@example.com>"
  ) -> [UInt8] {
    let headers = [
      "Authentication-Results: mx; dmarc=pass header.from=example.com", "From: \(from)",
      "Subject: \(subject)", "Message-ID: \(id)", "In-Reply-To: <2@example.com>",
    ]
    return Array((headers.joined(separator: "\n") + "\n\n" + body).utf8)
  }

  /// A member of SALES with a login, for the length of the body.
  private func withMember(
    of database: Org, _ body: (Account, Connection) async throws -> Void
  ) async throws {
    let name = "sato_" + (database.target.settings["dbname"] ?? "")
    let account = Account(name)!
    let connection = try await Connection.open(database.target)
    try await connection.execute("CREATE ROLE \(identifier: name) LOGIN")
    try await connection.execute("SELECT log.let_in(\(name)::name)")
    try await database.work { office in
      _ = try office.record(
        .join(account: account, department: Org.sales, layer: .field, isMachine: false),
        Org.order(Org.hq))
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(account, connection)) } catch { result = .failure(error) }
    try await connection.execute("DROP OWNED BY \(identifier: name)")
    try await connection.execute("DROP ROLE \(identifier: name)")
    await connection.close()
    try result.get()
  }

  @Test func `A reply becomes its sender's action, once`() async throws {
    try await withOffice { database in
      try await withMember(of: database) { account, connection in
        let inbox = Inbox(["sato@example.com": account])
        let letter = try letter("Three drafts\n\n> SALES-1\n")
        for isNew in [true, false] {
          let result = try await connection.perform {
            try inbox.record(letter, at: .now(), in: $0)
          }
          #expect(result.cycle == Org.cycle)
          #expect(result.isNew == isNew)
        }
        let actions = try await database.work {
          try $0.story(of: Org.cycle, actions: 20).detail.actions
        }
        #expect(actions.map(\.text) == ["Three drafts"])
        #expect(actions.map(\.actedBy) == ["\(account)"])
      }
    }
  }

  @Test func `What is doubtful is refused, and leaves the session as it was`() async throws {
    try await withOffice { database in
      try await withMember(of: database) { account, connection in
        let inbox = Inbox([
          "sato@example.com": account, "mori@example.com": Account("nobody_here")!,
        ])
        func doubt(_ letter: InboxLetter) async throws -> InboxDoubt? {
          do {
            _ = try await connection.perform { try inbox.record(letter, at: .now(), in: $0) }
            return nil
          } catch let doubt as InboxDoubt { return doubt }
        }
        #expect(
          try await doubt(letter("x", from: "other@example.com"))
            == .unknownAddress("other@example.com"))
        #expect(
          try await doubt(letter("x", from: "mori@example.com"))
            == .noLogin(Account("nobody_here")!))
        // What looks like an id and is none is passed over.
        #expect(try await doubt(letter("x", subject: "UTF-8 and SALES-9")) == .noCycle)
        try await database.work { office in
          _ = try office.plan(
            PlanRequest(
              title: "Second", problem: "Slow", change: "Other", kpi: Org.hours, predicted: 4,
              due: office.today.adding(days: 7)), Org.order(Org.sales))
        }
        let second = ItemID(Org.sales, .cycle, 2)
        #expect(
          try await doubt(letter("SALES-1, SALES-2: x")) == .severalCycles([Org.cycle, second]))
        // What people write themselves counts more than what they answer.
        #expect(try await doubt(letter("SALES-2: done", id: "<3@example.com>")) == nil)
        let role = try await connection.first("SELECT current_setting('role')") { try $0.text(0) }
        #expect(role == "none")
      }
    }
  }

  @Test func `A mail that is set aside says why, and the next one is read all the same`()
    async throws
  {
    try await withOffice { database in
      try await withMember(of: database) { account, connection in
        let inbox = Inbox(["sato@example.com": account])
        let lent = LentConnection(connection: connection, isOwners: false)
        func take(_ bytes: [UInt8], _ name: String) async throws -> InboxResult {
          try await inbox.take(bytes, named: name, verifiedBy: "mx", over: lent)
        }
        let strange = try await take(mail("x", from: "other@example.com"), "1")
        #expect(strange.doubt as? InboxDoubt == .unknownAddress("other@example.com"))
        let unread = try await take(Array("no mail".utf8), "2")
        #expect(unread.doubt is InboxLetter.Doubt)
        for isNew in [true, false] {
          let taken = try await take(mail("Three drafts"), "3")
          #expect(taken.mail == "3")
          #expect(taken.doubt == nil)
          #expect(taken.cycle == Org.cycle)
          #expect(taken.isNew == isNew)
        }
        try await database.work { office in
          _ = try office.record(
            .cancel(reason: "Replaced"), on: Org.cycle, Org.order(Org.sales))
        }
        let late = try await take(mail("Too late", id: "<9@example.com>"), "4")
        #expect(late.doubt is CycleRefusal)
      }
    }
  }

  @Test func `Trouble of the database or this machine is no doubt about a mail`() {
    #expect(!Inbox.speaksAgainstTheMail(PostgresError.misuse("x")))
    #expect(!Inbox.speaksAgainstTheMail(OfficeError.onStandby(primary: nil)))
    #expect(!Inbox.speaksAgainstTheMail(OrderError.notFounded))
    #expect(
      Inbox.speaksAgainstTheMail(OrderError.departmentClosed(Org.sales, successor: nil)))
    #expect(Inbox.speaksAgainstTheMail(InboxDoubt.noCycle))
  }
}
