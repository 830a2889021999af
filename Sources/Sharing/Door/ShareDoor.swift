import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Office
import OperatingSystem
import Postgres
import Presentation
import Terminal
import Wording

/// The sender as a program of its own: `share run`, `share test`, `share preview`. Arguments in, words and a
/// status out.
package struct ShareDoor: Sendable {
  private let words: [String]
  /// This program's own file; `pdca`, which watches over a private server, lies beside it.
  private let program: String
  private let environment: [String: String]

  package init(
    _ words: [String], program: String,
    environment: [String: String] = ProcessEnvironment.variables()
  ) {
    self.words = words
    self.program = program
    self.environment = environment
  }

  package func run() async -> Int32 {
    let console = Console()
    let asked: ShareArguments
    do { asked = try ShareArguments(words, environment: environment) } catch {
      console.note("pdca-server share: this is what pdca share starts; see pdca share --help")
      return console.finish(.usage, language: .english)
    }
    do {
      let code = try await serve(asked, console)
      return console.finish(code, language: asked.language)
    } catch {
      let failure = OfficeFailure(error)
      console.note(
        DisplayText.block(
          failure.wording.text(in: asked.language).rendered(in: asked.language)))
      return console.finish(failure.exitCode, language: asked.language)
    }
  }

  private func serve(_ asked: ShareArguments, _ console: Console) async throws -> ExitCode {
    let premises = try Premises.find(
      database: asked.database, user: asked.user, Configuration(environment), environment)
    let hold = try premises.hold()
    let connection = try await premises.connect(
      asAdministrator: true, watchedBy: Directory.parent(of: program) + "/pdca",
      deadline: .seconds(30))
    let desk = ShareDesk(
      connection: connection, transport: PinnedHTTP(trusting: environment["PDCA_CA_FILE"]),
      asked: asked, console: console, schedule: schedule)
    let code = try await desk.serve()
    await connection.close()
    hold?.release()
    return code
  }

  /// `PDCA_SHARE_PACE` makes retrying faster, for trials.
  private var schedule: RetrySchedule {
    environment["PDCA_SHARE_PACE"].flatMap(Double.init).map { RetrySchedule(pace: $0) }
      ?? RetrySchedule()
  }
}

/// The sender's work, once it is connected.
private struct ShareDesk: Sendable {
  let connection: Connection
  let transport: PinnedHTTP
  let asked: ShareArguments
  let console: Console
  let schedule: RetrySchedule

  private func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    asked.language.choose(en(), ja())
  }

  private func answer(_ own: JSONObject) {
    var members = AnswerFrame.members()
    for member in own { members[member.key] = member.value }
    console.line(JSON.object(members).canonical)
  }

  func serve() async throws -> ExitCode {
    defer { Task { await transport.close() } }
    switch asked.verb {
    case .run(let follow): return try await run(follow: follow)
    case .test(let target): return try await test(target)
    case .preview(let target, let about, let bodyOnly):
      return try await preview(target, about, bodyOnly: bodyOnly)
    }
  }

  private func run(follow: Bool) async throws -> ExitCode {
    StopSignal.watch()
    let (console, language) = (console, asked.language)
    let sender = Sender(connection, over: transport, retrying: schedule) {
      console.note($0.text(language))
    }
    let sent =
      follow
      ? try await sender.follow { StopSignal.wasReceived }
      : try await sender.once { StopSignal.wasReceived }
    if asked.isJSON {
      answer(["sent": JSON(sent)])
    } else {
      console.line(say("Sent: \(sent).", "\(sent)件を送信しました。"))
    }
    return .ok
  }

  private func test(_ name: String) async throws -> ExitCode {
    let now = Instant.now()
    let (target, secret, organization) = try await connection.perform { session in
      try Administering.requireSender(session)
      let office = try Office(in: session, at: now)
      let target = try office.target(named: name)
      return (
        target, try ShareLedger.secret(of: name, in: session), try office.organizationName()
      )
    }
    let message = Message.trial(of: target, organization, at: now)
    let result = await Attempt(target, secret, over: transport).deliver(message, at: now)
    if asked.isJSON {
      answer(["target": JSON(name), "result": JSON(result.word)])
    } else {
      console.line(result.sentence(of: name, asked.language))
    }
    return result == .delivered ? .ok : .unavailable
  }

  private func preview(
    _ name: String, _ about: String?, bodyOnly: Bool
  ) async throws -> ExitCode {
    let now = Instant.now()
    let found = try await connection.perform { session in
      try Administering.requireSender(session)
      let office = try Office(in: session, at: now)
      let target = try office.target(named: name)
      guard let delivery = try office.example(for: target, about) else {
        throw SharingFault.nothingToShow(target: name)
      }
      let secret = try ShareLedger.secret(of: name, in: session)
      return (target, delivery, secret, try office.telling(delivery, to: target))
    }
    guard let telling = found.3 else { throw SharingFault.nothingToShow(target: name) }
    let message = MessageMaker(found.1, to: found.0, telling).message
    let text = try await Attempt(found.0, found.2, over: transport).preview(message, at: now)
    let body = text.firstRange(of: "\n\n").map { String(text[$0.upperBound...]) }
    let shown = bodyOnly && found.0.channel != .mail ? body ?? text : text
    if asked.isJSON {
      answer([
        "target": JSON(name), "occasion": JSON(found.1.occasion), "about": JSON(found.1.about),
        "text": JSON(shown),
      ])
    } else {
      console.write(shown)
      if !shown.hasSuffix("\n") { console.write("\n") }
    }
    return .ok
  }
}
