import ArgumentParser
import Office

extension ConceptGroup {
  struct ImportCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "import", "Draft the concepts of a filled-in worksheet, a row each: all of them or none.",
        "記入済みワークシートの活用構想を1行1件でまとめて起案します（全件成功時のみ）。",
        examples: [
          "pdca concept import concepts.xlsx --session HQ-D2.1 --dry-run",
          "pdca concept import concepts.xlsx --session HQ-D2.1",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help(
        "The worksheet, .xlsx or .csv, or - for standard input (see concept sheet).",
        "ワークシート（.xlsx または .csv。- は標準入力。concept sheet で作成できます）。"))
    var file: String

    @Option(
      help: help("The session that they were made in (HQ-D2.1).", "起案したセッション（HQ-D2.1）。"))
    var session: String?

    @Flag(help: help("Say what would happen; write nothing.", "書き込まずに結果だけを確認します。"))
    var dryRun = false

    func run(at desk: Desk) throws {
      let session = try session.map { try desk.office.session($0) }
      let file = try TableFile(file, table.settings)
      try desk.answer.tell(
        desk.office.draftConcepts(
          from: file, in: desk.home(department), session: session, settings: table.settings,
          isDryRun: dryRun, onColumns: { desk.answer.tell($0) }))
    }
  }
}
