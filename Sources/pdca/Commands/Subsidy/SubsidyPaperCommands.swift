import ArgumentParser
import Bilingual
import CivilTime
import Office
import Presentation
import Subsidy
import Tables
import Terminal
import Wording

/// A file of those people whose names and terms of employment the papers need. It is read and kept
/// nowhere.
struct RosterOption: ParsableArguments {
  @Option(
    help: help(
      "A file (.csv, .xlsx) of the people with the columns account, name, employment, insured; it is read "
        + "for this paper and kept nowhere.",
      "対象者のファイル（.csv、.xlsx。列: account、氏名、雇用形態、被保険者番号）。この書類の作成にのみ使用し、保存しません。"))
  var people: String?

  fileprivate func entries() throws -> [RosterEntry] {
    try people.map { try SubsidyFiles.roster(in: TableFile($0)) } ?? []
  }
}

/// Papers of a design, in a file or told of.
struct PaperOptions: ParsableArguments {
  @OptionGroup var roster: RosterOption
  @OptionGroup var target: PaperOutput
  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String

  /// The papers in a file, or what there would be.
  fileprivate func give(_ desk: Desk, _ chosen: (SubsidyPapers) -> [Paper]) throws {
    let id = try desk.design(design)
    let (assessment, language) = (try desk.office.subsidy(of: id), desk.answer.language)
    let made = chosen(
      SubsidyPapers(
        assessment, company: try desk.office.organizationName(),
        roster: try roster.entries(), language))
    let gaps = assessment.gaps.count
    let remark = desk.answer.say(
      "\(gaps) items are missing or wrong; see:  pdca subsidy check \(id)",
      "不足・要確認の事項が\(gaps)件あります。確認する:  pdca subsidy check \(id)")
    let remarks = (gaps == 0 ? [] : [remark]) + SubsidyNotice.lines.map { $0(language) }
    try target.give(
      made, json: assessment.json(papers: made), remarks: remarks,
      desk.answer
    ) {
      made.map(\.title) + [
        desk.answer.say(
          "Write them:  --output <file>.xlsx or .pdf", "書き出す:  --output <ファイル>.xlsx または .pdf")
      ] + remarks
    }
  }
}

extension SubsidyGroup {
  struct CheckCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "check", "Which course fits, which hours and amounts count, and what is missing.",
        "該当するコース、対象となる時間と金額、不足している事項を確認します。",
        examples: ["pdca subsidy check HQ-D1", "pdca subsidy check HQ-D1 --json"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String

    func run(at desk: Desk) throws {
      let assessment = try desk.office.subsidy(of: desk.design(design))
      desk.answer.give(json: assessment.json) { SubsidySheet(assessment, desk).lines }
    }
  }

  struct PlanCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "plan", "The plan's papers: 計画届, 対象労働者一覧, カリキュラム.", "計画届・対象労働者一覧・カリキュラムを作成します。",
        examples: ["pdca subsidy plan HQ-D1 --output plan.xlsx --people people.csv --lang ja"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var papers: PaperOptions

    func run(at desk: Desk) throws {
      try papers.give(desk) { $0.plan }
    }
  }

  struct ChangeCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "change", "The notice of change: 変更届, カリキュラム.", "変更届とカリキュラムを作成します。",
        examples: ["pdca subsidy change HQ-D1 --output change.pdf --lang ja"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var papers: PaperOptions

    func run(at desk: Desk) throws {
      try papers.give(desk) { $0.change }
    }
  }

  struct ClaimCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "claim", "The claim's papers: 支給申請の内訳, OFF-JT実施状況報告書, 対象労働者一覧.",
        "支給申請の内訳・OFF-JT実施状況報告書・対象労働者一覧を作成します。",
        examples: ["pdca subsidy claim HQ-D1 --output claim.xlsx --people people.csv --lang ja"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var papers: PaperOptions

    func run(at desk: Desk) throws {
      try papers.give(desk) { $0.claim }
    }
  }

  struct DueCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("due", "The days by which papers are due, of all trainings.", "全研修の書類の提出期限を一覧表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    func run(at desk: Desk) throws {
      let due = try desk.office.papers()
      try list.give(
        Phrase(en: "Subsidy papers due", ja: "助成金の提出期限"),
        json: due.listJSON, desk.answer, table: { table(due, desk) },
        none: due.isEmpty
          ? desk.answer.say("No subsidy paper is due.", "提出期限のある助成金の書類はありません。") : nil)
    }

    private func table(_ due: [DuePaper], _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init(say("Design", "研修設計"), minimumWidth: 8),
        .init(say("Paper", "書類"), minimumWidth: 12, overflow: .wrap),
        .init(say("From", "開始"), minimumWidth: 10), .init(say("By", "期限"), minimumWidth: 10),
        .init(say("State", "状態"), minimumWidth: 8),
      ])
      for paper in due {
        let days = desk.today.days(until: paper.by)
        table.add([
          Cell("\(paper.design)", .id), Cell(paper.paper.words(desk.answer.language)),
          Cell(paper.from.map { "\($0)" } ?? "–"), Cell("\(paper.by)"),
          Cell(
            days < 0
              ? say("\(-days) days late", "\(-days)日超過") : say("in \(days) days", "あと\(days)日"),
            paper.isLate(on: desk.today) ? .bad : paper.isUrgent(on: desk.today) ? .warn : nil),
        ])
      }
      return table
    }
  }
}
