import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct ConceptGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "concept", "Use-case concepts: from the training's worksheet to a cycle and its result.",
      "活用構想: 研修のワークシートから、採否の判断、ミニPDCA、結果までをつなぎます。",
      subcommands: [
        DraftCommand.self, ImportCommand.self, SheetCommand.self, ListCommand.self,
        ShowCommand.self, ChooseCommand.self, DeclineCommand.self, StartCommand.self,
      ])
  }
}

extension ConceptGroup {
  struct DraftCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "draft", "Draft a use-case concept, in a training session or after it.",
        "活用構想を起案します（研修のセッション内、またはその後）。",
        examples: [
          "pdca concept draft 'Minutes by assistant' --task 'Minutes of ten meetings a week' \\",
          "    --ai 'Writes the first draft' --people 'Correct and send it' \\",
          "    --kpi minutes-hours --predict 2 --first-step 'Try it on Monday' --by +1w \\",
          "    --session HQ-D2.1",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The concept's title.", "題名。")) var title: String?
    @Option(help: help("The work that it is about.", "対象業務。")) var task: String?
    @Option(help: help("What is done with AI.", "AIで行うこと。")) var ai: String?
    @Option(help: help("What is done by people.", "人が行うこと。")) var people: String?
    @Option(
      help: help("The KPI that it should move.", "動かすKPI。"), completion: .ids(.kpis))
    var kpi: String?
    @Option(
      parsing: .unconditional, help: help("The KPI's level that it should bring.", "KPIの見込み。"))
    var predict: String?
    @Option(
      parsing: .unconditional,
      help: help("The day by which it should.", "効果の期日。"))
    var due: String?
    @Option(help: help("A value area that was chosen.", "価値領域（選定済みのもの）。"))
    var valueArea: String?
    @Option(help: help("The effort that it takes.", "工数。")) var effort: String?
    @Option(help: help("What may go wrong.", "リスク。")) var risk: String?
    @Option(help: help("The data that it handles.", "扱うデータ。")) var data: String?
    @Option(help: help("What is done first.", "最初の一歩。")) var firstStep: String?
    @Option(
      parsing: .unconditional,
      help: help("The day of the first step, within two weeks.", "最初の一歩の期日（2週間以内）。"))
    var by: String?
    @Option(help: help("The session that it was made in (HQ-D2.1).", "起案したセッション（HQ-D2.1）。"))
    var session: String?

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      try desk.require(
        (title, .title, "<title>"), (task, .task, "--task"), (ai, .byAI, "--ai"),
        (people, .byPeople, "--people"), (kpi, .kpi, "--kpi"), (predict, .prediction, "--predict"),
        (firstStep, .firstStep, "--first-step"), (by, .due, "--by"))
      let order = try desk.order(in: home, writing)
      let (id, outcome) = try desk.office.draft(try draft(desk), order)
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(id) is drafted.", ja: "活用構想 \(id) を起案しました。"),
        next: [
          Phrase(
            en: "pdca concept choose \(id) --reason \"<why>\"",
            ja: "pdca concept choose \(id) --reason \"<理由>\"")
        ])
    }

    private func draft(_ desk: Desk) throws -> ConceptDraft {
      let say = desk.answer.say
      var draft = ConceptDraft()
      draft.title = try title ?? desk.ask(.title, "<title>", say("Title", "題名"))
      draft.task = try task ?? desk.ask(.task, "--task", say("Which work", "対象業務"))
      draft.byAI = try ai ?? desk.ask(.byAI, "--ai", say("What is done with AI", "AIで行うこと"))
      draft.byPeople =
        try people ?? desk.ask(.byPeople, "--people", say("What is done by people", "人が行うこと"))
      let code = try kpi ?? desk.ask(.kpi, "--kpi", say("KPI (code)", "KPI (コード)"))
      let reference = try desk.knownKPI(code, in: department)
      draft.kpi = reference
      let level =
        try predict ?? desk.ask(.prediction, "--predict", say("Level expected", "KPIの見込み"))
      draft.predicted = try desk.level(level, "--predict", of: reference)
      draft.due = try due.map { try desk.due($0, "--due") }
      draft.valueArea = valueArea
      draft.effort = effort
      draft.risk = risk
      draft.data = data
      draft.firstStep =
        try firstStep ?? desk.ask(.firstStep, "--first-step", say("First step", "最初の一歩"))
      draft.firstStepBy = try desk.due(
        try by ?? desk.ask(.due, "--by", say("First step by", "最初の一歩の期日")), "--by")
      draft.session = try session.map { try desk.office.session($0) }
      return draft
    }
  }
}

/// Which concept, and why it is chosen or not.
struct ConceptVerdict: ParsableArguments {
  @OptionGroup var department: DepartmentOption

  @Argument(
    help: help("The concept (SALES-C5, or 5).", "活用構想の ID（SALES-C5、または 5）。"),
    completion: .ids(.concepts))
  var concept: String
  @Option(help: help("Why.", "理由。")) var reason: String?

  /// - Parameter done: what is said of it, and what may come next.
  fileprivate func give(
    _ desk: Desk, _ writing: WritingOptions, _ command: (String) -> ConceptCommand,
    _ done: (ItemID, ItemName) -> (Phrase, [Phrase])
  ) throws {
    let id = try desk.known(concept, .concept, in: department)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      command(reason), on: id, desk.order(in: id.department, writing))
    let (said, next) = done(id, name)
    desk.answer.recorded(outcome, id: "\(id)", name: name.phrase, said, next: next)
  }
}

extension ConceptGroup {
  struct ChooseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "choose", "Choose a concept, as an executive who invests in it.",
        "活用構想を採択します（経営層が投資として判断します）。",
        examples: ["pdca concept choose SALES-C5 --reason 'Most hours, no customer data'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var verdict: ConceptVerdict

    func run(at desk: Desk) throws {
      try verdict.give(desk, writing, ConceptCommand.choose) { id, name in
        (
          Phrase(en: "\(name.en) is chosen.", ja: "\(name.ja)を採択しました。"),
          [Phrase(both: "pdca concept start \(id)")]
        )
      }
    }
  }

  struct DeclineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "decline", "Decline a concept, with a reason.", "活用構想を、理由を添えて見送ります。",
        examples: ["pdca concept decline SALES-C6 --reason 'Needs personal data'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var verdict: ConceptVerdict

    func run(at desk: Desk) throws {
      try verdict.give(desk, writing, ConceptCommand.decline) { _, name in
        (Phrase(en: "\(name.en) is declined.", ja: "\(name.ja)を見送りました。"), [])
      }
    }
  }
}
