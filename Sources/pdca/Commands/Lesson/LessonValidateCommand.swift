import ArgumentParser
import Bilingual
import Domain
import Tracker

extension LessonGroup {
  struct ValidateCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "validate", "Confirm that a lesson holds; its author can't.",
        "教訓が妥当であることを確認します。起案者本人はできません。",
        examples: ["pdca lesson validate SALES-L3 --note 'Same in the west team'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let outcome = try desk.tracker.lesson(
        .validate(note: note), on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", done(id, outcome),
        next: [
          Phrase(
            en: "pdca lesson propose \(id) --to <department> \"<why>\"",
            ja: "pdca lesson propose \(id) --to <部門> \"<理由>\"")
        ])
    }

    /// A validation by the author, in an organization of one, is marked so.
    private func done(_ id: ItemID, _ outcome: Outcome<LessonEvent>) -> Phrase {
      if case .validated(_, alone: true)? = outcome.events.first {
        return Phrase(
          en: "\(id) is validated, marked as by its author alone.",
          ja: "教訓 \(id) を検証しました（起案者本人のみによる検証）。")
      }
      return Phrase(en: "\(id) is validated.", ja: "教訓 \(id) を検証しました。")
    }
  }
}
