import ArgumentParser
import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import OperatingSystem
import Postgres
import Presentation
import PrivateServer
import ReadModels
import Terminal
import Tracker

struct InitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "init", "Make the database, if need be, and found the organization.",
      "データベースを用意し、組織を登録します。",
      examples: [
        "pdca init 'Osaka Trading' --head HQ --time-zone Asia/Tokyo",
        "pdca init --database postgresql://db.example.com/pdca '大阪商事'",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: help("The organization's name.", "組織の名称。"))
  var name: String?

  @Option(help: help("Code of the head department.", "本部となる部門のコード。"))
  var head = "HQ"

  @Option(help: help("Name of the head department.", "本部となる部門の名称。"))
  var headName: String?

  @Option(help: help("Time zone, such as Asia/Tokyo.", "タイムゾーン (例: Asia/Tokyo)。"))
  var timeZone: String?

  @Option(help: help("Month in which the fiscal year starts.", "事業年度の開始月。"))
  var fiscalYearStart = 4

  @Option(
    help: help(
      "Days after a training within which something is to be tried.",
      "研修後、成果を試すまでの日数。"))
  var trialDays = 14

  @Option(
    help: help(
      "Your own layer: executive, promoter or field.", "あなたの階層 (executive、promoter、field)。"))
  var layer: Layer = .promoter

  func run() async throws {
    await Reception.serve(global) { answer in
      let founding = try founding(answer)
      let premises = try Premises.find(global, Configuration())
      if case .privateCluster(let cluster, _) = premises, cluster.status == .missing {
        answer.progress("Making a private database …", "専用のデータベースを作成しています…")
        try await cluster.create()
      }
      let hold = try premises.hold()
      try await Installation.install(premises, answer)
      let connection = try await premises.connect()
      try await connection.perform { session in try found(founding, session, answer) }
      await connection.close()
      hold?.release()
    }
  }

  private func founding(_ answer: Answer) throws -> OrganizationFounding {
    guard let code = DepartmentCode(head.halfWidth) else {
      throw DeskError.unreadable(argument: "--head", text: head, wanted: .departmentCode)
    }
    let organization =
      try name ?? answer.ask(.name, "<name>", answer.say("Name of the organization", "組織の名称"))
    let zone = try TimeZoneRules.load(identifier: timeZone?.halfWidth ?? answer.zone()).identifier
    return OrganizationFounding(
      name: organization, head: code,
      headName: headName ?? answer.say("Head office", "本部"), timeZone: zone,
      fiscalYearStart: fiscalYearStart, trialDays: trialDays, founderLayer: layer)
  }

  private func found(
    _ founding: OrganizationFounding, _ session: Session, _ answer: Answer
  ) throws {
    let outcome = try Office.found(
      founding, Order(founding.head, commandID: Repetition.commandID(nil)), at: .now(),
      in: session)
    answer.give(json: outcome.json(id: founding.head.rawValue)) {
      [
        answer.say(
          "\(safe(founding.name)) is founded; its head department is \(founding.head).",
          "\(safe(founding.name)) を登録しました。本部は \(founding.head) です。"),
        zoneLine(founding.timeZone, answer),
        answer.say(
          "Next:  pdca department add SALES 'Sales'", "次の手順:  pdca department add SALES '営業部'"),
      ]
    }
  }
}

extension InitCommand {
  /// The zone, and where it came from when nobody named it.
  private func zoneLine(_ zone: String, _ answer: Answer) -> String {
    let found = try? MachineTimeZone.find(Surroundings.variables)
    guard timeZone == nil, let found, found.identifier == zone else {
      return answer.say("Its days end by \(zone).", "1日の区切りは \(zone) です。")
    }
    let source = found.source.words
    return answer.say(
      "Its days end by \(zone) (\(source.en)); --time-zone names another.",
      "1日の区切りは \(zone) です (\(source.ja))。別の場合は --time-zone で指定します。")
  }
}

extension Answer {
  /// A remark on standard error, for people only.
  func progress(_ en: String, _ ja: String) {
    if console.isErrorTerminal { console.note(say(en, ja)) }
  }

  /// Asks for what is missing, or refuses where nobody can be asked.
  /// - Parameter argument: how it is given: `--reason`, `<text>`.
  func ask(
    _ wanted: DeskError.Wanted, _ argument: String, _ question: String,
    default fallback: String? = nil
  ) throws -> String {
    guard prompt.isInteractive else { throw DeskError.missing(wanted, argument: argument) }
    console.flush()
    return try prompt.ask(
      question, default: fallback, help: [wanted.description(language)])
  }

  fileprivate func zone() throws -> String {
    guard prompt.isInteractive else {
      return try MachineTimeZone.find(Surroundings.variables).identifier
    }
    let here = try? MachineTimeZone.find(Surroundings.variables).identifier
    console.flush()
    return try prompt.ask(say("Time zone", "タイムゾーン"), default: here) { text in
      do {
        return .accepted(try TimeZoneRules.load(identifier: text).identifier)
      } catch let error as TimeZoneError {
        if case .noDatabase = error { return .refused("\(error)") }
        return .refused(Failure(OrganizationRefusal.malformedTimeZone(text)).text(in: language))
      } catch { return .refused("\(error)") }
    }
  }
}

extension Layer: TypedWord {}
