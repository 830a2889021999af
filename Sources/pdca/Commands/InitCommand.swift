import ArgumentParser
import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import OperatingSystem
import Orders
import Presentation
import PrivateServer
import ReadModels
import Terminal

struct InitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "init", "Make the database, if need be, and found the organization.",
      "データベースを用意し、組織を登録します。",
      examples: [
        "pdca init", "pdca init --example",
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

  @Flag(
    help: help(
      "Found a company with three months of example data, to look around.",
      "3か月分のサンプルデータが入った会社を登録します (試用向け)。"))
  var example = false

  func run() async throws {
    await Reception.serve(global) { answer in
      let premises = try Premises.find(global, Configuration())
      if name == nil, answer.prompt.isInteractive { try await refuseFounded(premises) }
      let wishes = try wishes(answer)
      try await premises.makeIfMissing {
        answer.progress("Making a private database …", "専用のデータベースを作成しています…")
      }
      let hold = try premises.hold()
      try await answer.install(premises)
      let connection = try await premises.connect()
      try await found(wishes, over: connection, answer)
      await connection.close()
      hold?.release()
    }
  }

  /// Nobody is asked for a name and a time zone where an organization is.
  private func refuseFounded(_ premises: Premises) async throws {
    if case .privateCluster(let cluster, _) = premises, cluster.status == .missing { return }
    let connection = try await premises.connect()
    let founded = try await connection.organizationName()
    await connection.close()
    if let founded { throw OrganizationRefusal.alreadyFounded(name: founded) }
  }

  /// What is asked for, in the order in which a founder knows it: what the company is called, by what
  /// clock it works, who begins.
  private func wishes(_ answer: Answer) throws -> Wishes {
    if example { return Wishes(founding: try exampleFounding(answer), isExample: true) }
    guard name == nil, answer.prompt.isInteractive else {
      return Wishes(founding: try founding(answer, named: nil))
    }
    answer.console.flush()
    let typed = try answer.prompt.ask(
      answer.say(
        "Name of the organization (or: example, to look around with three months of data)",
        "組織の名称 (example と入力すると、3か月分のサンプルデータで試せます)"))
    if typed.lowercased() == "example" {
      return Wishes(founding: try exampleFounding(answer), isExample: true)
    }
    let founding = try founding(answer, named: typed)
    return Wishes(founding: founding, first: try firstDepartment(founding.head, answer))
  }

  private struct Wishes {
    let founding: OrganizationFounding
    var first: (code: DepartmentCode, name: String)?
    var isExample = false
  }

  private func exampleFounding(_ answer: Answer) throws -> OrganizationFounding {
    let zone =
      try timeZone?.halfWidth ?? MachineTimeZone.find(Surroundings.variables).identifier
    return OrganizationFounding(
      name: name ?? answer.say("Example Trading", "サンプル商事"), head: try headCode(),
      headName: headName ?? answer.say("Head office", "本部"),
      timeZone: try TimeZoneRules.load(identifier: zone).identifier,
      fiscalYearStart: fiscalYearStart, trialDays: trialDays, founderLayer: layer)
  }

  /// The department that begins; an empty code leaves it for later.
  private func firstDepartment(
    _ head: DepartmentCode, _ answer: Answer
  ) throws -> (code: DepartmentCode, name: String)? {
    let question = answer.say("Code of the department that begins", "最初に始める部門のコード")
    let refusal = answer.say(
      "A letter, then letters, digits and hyphens; not \(head).",
      "英字で始まる英数字とハイフンで、\(head) 以外を指定してください。")
    let code: DepartmentCode = try answer.prompt.ask(question, default: "SALES") { text in
      let code = DepartmentCode(text.halfWidth.uppercased())
      guard let code, code != head else { return Judgment<DepartmentCode>.refused(refusal) }
      return .accepted(code)
    }
    let name = try answer.prompt.ask(
      answer.say("Its name", "その名称"),
      default: code.rawValue == "SALES" ? answer.say("Sales", "営業部") : code.rawValue)
    return (code, name)
  }

  private func headCode() throws -> DepartmentCode {
    guard let code = DepartmentCode(head.halfWidth) else {
      throw InputFault.unreadable(argument: "--head", text: head, wanted: .departmentCode)
    }
    return code
  }

  private func founding(_ answer: Answer, named typed: String?) throws -> OrganizationFounding {
    let code = try headCode()
    let organization =
      try typed ?? name
      ?? answer.ask(.name, "<name>", answer.say("Name of the organization", "組織の名称"))
    let zone = try TimeZoneRules.load(identifier: timeZone?.halfWidth ?? answer.zone()).identifier
    return OrganizationFounding(
      name: organization, head: code,
      headName: headName ?? answer.say("Head office", "本部"), timeZone: zone,
      fiscalYearStart: fiscalYearStart, trialDays: trialDays, founderLayer: layer)
  }

  private func found(
    _ wishes: Wishes, over connection: LentConnection, _ answer: Answer
  ) async throws {
    let founding = wishes.founding
    if wishes.isExample {
      answer.progress("Telling three months of a company …", "3か月分のデータを登録しています…")
    }
    let order = Order(founding.head, commandID: try Repetition.commandID(nil))
    let (outcome, steps) = try await connection.found(founding, order) { office, outcome in
      (outcome, try next(wishes, at: office, answer))
    }
    answer.give(json: outcome.json(id: founding.head.rawValue)) {
      [
        answer.say(
          "\(safe(founding.name)) is founded; its head department is \(founding.head).",
          "\(safe(founding.name)) を登録しました。本部は \(founding.head) です。"),
        zoneLine(founding.timeZone, answer),
      ] + steps
    }
  }
}

extension InitCommand {
  /// Tells the example, or makes the department that begins.
  /// - Returns: what is worth trying now.
  private func next(
    _ wishes: Wishes, at office: Office, _ answer: Answer
  ) throws -> [String] {
    if wishes.isExample { return try exampleSteps(office, answer) }
    guard let first = wishes.first else {
      return [
        answer.say(
          "Next:  pdca department add SALES 'Sales'", "次の手順:  pdca department add SALES '営業部'")
      ]
    }
    let order = Order(wishes.founding.head, commandID: CommandID.given(at: .now()))
    _ = try office.register(first.code, name: first.name, order)
    try use(first.code.rawValue)
    return [
      answer.say(
        "\(first.code) is registered, and the current department. Worth trying now:",
        "\(first.code) を登録し、現在の部門にしました。次の3つを試してみてください:"),
      answer.say(
        "  pdca kpi define proposal-hours 'Hours a proposal takes' --unit h --direction down",
        "  pdca kpi define proposal-hours '提案書の作成時間' --unit 時間 --direction down"),
      answer.say("  pdca kpi record proposal-hours 6.5", "  pdca kpi record proposal-hours 6.5"),
      "  pdca plan",
    ]
  }

  private func exampleSteps(_ office: Office, _ answer: Answer) throws -> [String] {
    let story = ExampleStory(monday: office.today.startOfWeek, language: answer.language)
    try ExampleTelling(story: story).tell(at: office)
    try use(ExampleStory.department)
    return [
      answer.say("Worth trying now:", "次の3つを試してみてください:"),
      "  pdca review week \(story.lastWeek)", "  pdca kpi chart \(ExampleStory.kpi)",
      "  pdca today",
    ]
  }

  private func use(_ department: String) throws {
    var configuration = try Configuration()
    _ = try configuration.set("department", to: department)
  }

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
    _ wanted: InputFault.Wanted, _ argument: String, _ question: String,
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
