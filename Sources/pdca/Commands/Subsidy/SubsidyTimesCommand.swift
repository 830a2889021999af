import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Wording

extension SubsidyGroup {
  struct TimesCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "times", "Plan a session's times, or record those held.", "セッションの時間割を計画または実績として記録します。",
        examples: [
          "pdca subsidy times HQ-D1 1 9:40-17:00 --meal 12:00-13:00",
          "pdca subsidy times HQ-D1 1 9:40-17:00 --meal 12:00-13:00 --pause 15:00-15:10 --held",
          "pdca subsidy times HQ-D1 2 --lesson 1:9:00-12:00 --lesson 2:13:00-17:00",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
    @Argument(
      help: help(
        "From and to; what is no break or other part in it is training.",
        "開始と終了。その中で休憩などに当たらない時間は訓練とします。"))
    var span: String?
    @Option(
      help: help(
        "Training, with its subject's number where there is one: 1:9:00-12:00; may be repeated.",
        "訓練の時間。科目の番号を付けられます（1:9:00-12:00、複数指定可）。"))
    var lesson: [String] = []
    @Option(help: help("A meal break; may be repeated.", "食事休憩（複数指定可）。")) var meal: [String] = []
    @Option(help: help("A short break; may be repeated.", "小休止（複数指定可）。")) var pause: [String] = []
    @Option(help: help("A ceremony or orientation.", "開講式・閉講式・オリエンテーション。"))
    var ceremony: [String] = []
    @Option(help: help("Moving from place to place.", "移動。")) var move: [String] = []
    @Option(help: help("Ordinary work in between.", "間に行った通常業務。")) var work: [String] = []
    @Flag(help: help("It was so (else it is planned so).", "実績として記録します（指定しなければ計画）。"))
    var held = false

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let parts = try parts()
      let command: SubsidyCommand =
        held
        ? .recordTimes(session: session, parts: parts)
        : .planTimes(session: session, parts: parts)
      try desk.record(
        command, on: id, writing,
        held
          ? Phrase(
            en: "Session \(session) of \(id): times recorded.",
            ja: "\(id) の第\(session)回の実施時間を記録しました。")
          : Phrase(
            en: "Session \(session) of \(id): times planned.",
            ja: "\(id) の第\(session)回の時間割を計画しました。"))
    }

    private func parts() throws -> [DayPart] {
      let others: [(DayPartKind, [String], String)] = [
        (.meal, meal, "--meal"), (.pause, pause, "--pause"), (.ceremony, ceremony, "--ceremony"),
        (.move, move, "--move"), (.work, work, "--work"),
      ]
      var parts = try others.flatMap { kind, texts, option in
        try texts.map { DayPart(try Read.span($0, option), kind) }
      }
      parts += try lesson.map(Self.lesson)
      if let span {
        parts += try Read.span(span, "SPAN").rest(without: parts.map(\.span)).map {
          DayPart($0, .lesson)
        }
      }
      return parts.sorted { $0.span.from < $1.span.from }
    }

    private static func lesson(_ text: String) throws -> DayPart {
      if let span = ClockSpan(text.halfWidth) { return DayPart(span, .lesson) }
      guard let sign = text.firstIndex(of: ":"), let subject = Int(text[..<sign]),
        let span = ClockSpan(String(text[text.index(after: sign)...]).halfWidth)
      else { throw InputFault.unreadable(argument: "--lesson", text: text, wanted: .clockSpan) }
      return DayPart(span, .lesson, subject: subject)
    }
  }

  struct ExpenseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "expense", "Record an expense, with its receipt's hash.", "経費を領収書のハッシュとともに記録します。",
        examples: [
          "pdca subsidy expense HQ-D1 '受講料' 400000円 --kind tuition --paid 2026-04-10 --receipt r.pdf"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("What it was for.", "内容。")) var what: String
    @Argument(help: help("Amount in yen (400000円, 400000 JPY).", "金額（400000円、400000 JPY）。"))
    var amount: [String]
    @Option(
      help: help(
        "tuition, lecturerFee, lecturerTravel, lecturerLodging, venue, materials, registration, subscription "
          + "or equipment.",
        "区分（tuition 受講料、lecturerFee 講師謝金、lecturerTravel 旅費、lecturerLodging 宿泊、venue 会場、"
          + "materials 教材、registration 登録料、subscription 定額制、equipment 設備）。"))
    var kind: TrainingExpenseKind
    @Option(parsing: .unconditional, help: help("The day it was paid.", "支払日。")) var paid: String?
    @Option(
      help: help(
        "The receipt's file: its name and SHA-256 are recorded, not the file.",
        "領収書のファイル（名前と SHA-256 のみ記録します）。"))
    var receipt: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let expense = TrainingExpense(
        kind: kind, what: what, amount: try Read.money(amount.joined(separator: " "), "AMOUNT"),
        paidOn: try paid.map { try desk.date($0, "--paid") },
        receipt: try receipt.map { try EvidenceFile(reading: $0) })
      try desk.record(
        .recordExpense(expense), on: id, writing,
        Phrase(en: "\(id): the expense is recorded.", ja: "\(id) の経費を記録しました。"))
    }
  }

  struct StateCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "state", "State what only the employer can say, as a condition of a course.",
        "事業主だけが確認できる支給要件を申告として記録します。",
        examples: [
          "pdca subsidy state HQ-D1 insured smallOrMedium developmentPlan workersHeard",
          "pdca subsidy state HQ-D1 businessExpansion --no --note '予定なし'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(
      help: help(
        "Conditions: \(SubsidyCondition.allCases.map(\.rawValue).joined(separator: ", ")).",
        "要件（"
          + SubsidyCondition.allCases.map { "\($0.rawValue) \($0.words.ja)" }
          .joined(separator: "、") + "）。"))
    var conditions: [SubsidyCondition]
    @Flag(name: .customLong("no"), help: help("They don't hold.", "該当しません。")) var isNot = false
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let order = try desk.order(in: id.department, writing, commutes: true)
      var outcomes: [(outcome: Outcome<SubsidyEvent>, id: String, done: Phrase)] = []
      for (place, condition) in conditions.enumerated() {
        let outcome = try desk.office.record(
          .state(condition, holds: !isNot, note: note), on: id,
          conditions.count == 1 ? order : order.part(place))
        outcomes.append(
          (
            outcome, "\(id)",
            Phrase(
              en: "\(id): stated: \(condition.words.en): \(isNot ? "no" : "yes").",
              ja: "\(id) 申告: \(condition.words.ja): \(isNot ? "非該当" : "該当")")
          ))
      }
      desk.answer.recorded(outcomes)
    }
  }

  struct FiledCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "filed", "Record that a paper went in: plan, change or claim.",
        "書類の提出（plan 計画届、change 変更届、claim 支給申請）を記録します。",
        examples: ["pdca subsidy filed HQ-D1 plan --day 2026-03-30 --reference '受付123'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("plan, change or claim.", "plan、change、claim のいずれか。"))
    var paper: SubsidyFiling
    @Option(parsing: .unconditional, help: help("The day; without it today.", "提出日。省略時は本日。"))
    var day: String?
    @Option(help: help("The office's number.", "受付番号。")) var reference: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let on = try day.map { try desk.date($0, "--day") } ?? desk.today
      try desk.record(
        .file(paper, on: on, reference: reference), on: id, writing,
        Phrase(
          en: "\(id): \(paper.words.en) filed on \(on).",
          ja: "\(id) の\(paper.words.ja)の提出（\(on)）を記録しました。"))
    }
  }
}
