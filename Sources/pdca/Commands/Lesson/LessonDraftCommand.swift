import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

extension LessonGroup {
  struct DraftCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "draft", "Write down what a checked cycle taught.", "評価したミニPDCAから得た教訓を起案します。",
        examples: [
          "pdca lesson draft 'Drafts by assistant need a checklist' --cycle SALES-12 \\",
          "    --conditions 'Proposals with a template' --suggestion 'Attach the checklist' \\",
          "    --rationale 'Rework fell by a third' --for-training",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson in one line.", "教訓の題名。")) var title: String?

    @Option(
      help: help("A cycle it was learned from; may be repeated.", "もとになったミニPDCA。繰り返し可。"),
      completion: .ids(.cycles))
    var cycle: [String] = []

    @Option(help: help("Learned from a success or a failure.", "成功 (success) か失敗 (failure) か。"))
    var kind: LessonKind = .success

    @Option(help: help("Under which conditions it holds.", "成り立つ条件。")) var conditions: String?

    @Option(help: help("What it suggests to others.", "他部門への提案。")) var suggestion: String?

    @Option(help: help("Why it suggests that.", "提案の理由。")) var rationale: String?

    @Flag(help: help("To be answered by the next training design.", "次の研修設計で検討する教訓とします。"))
    var forTraining = false

    func run(at desk: Desk) throws {
      let draft = try draft(desk)
      let home = try desk.home(of: draft.cycles, department)
      let (id, outcome) = try desk.office.draft(
        draft, desk.order(in: home, writing, commutes: true))
      let name = ItemName(id, title: draft.title)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(name.en) is drafted.", ja: "教訓 \(name.ja)を起案しました。"),
        next: [
          Phrase(
            en: "a colleague runs  pdca lesson validate \(id)",
            ja: "起案者以外の人が  pdca lesson validate \(id)")
        ])
    }

    private func draft(_ desk: Desk) throws -> LessonDraft {
      let answer = desk.answer
      try desk.require(
        (title, .title, "<title>"), (conditions, .conditions, "--conditions"),
        (suggestion, .suggestion, "--suggestion"), (rationale, .rationale, "--rationale"))
      return LessonDraft(
        kind: kind, title: try title ?? desk.ask(.title, "<title>", answer.say("Title", "題名")),
        conditions: try conditions
          ?? desk.ask(
            .conditions, "--conditions", answer.say("Under which conditions it holds", "成り立つ条件")),
        suggestion: try suggestion
          ?? desk.ask(.suggestion, "--suggestion", answer.say("What it suggests", "提案")),
        rationale: try rationale
          ?? desk.ask(.rationale, "--rationale", answer.say("Why it suggests that", "提案の理由")),
        cycles: try cycle.map { try desk.known($0, .cycle, in: department) },
        forTraining: forTraining)
    }
  }
}

extension LessonKind: TypedWord {}
