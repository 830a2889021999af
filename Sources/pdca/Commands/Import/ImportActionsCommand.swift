import ArgumentParser
import Bilingual
import Domain
import Office
import Postgres
import Tables
import Terminal
import Tracker

extension ImportGroup {
  struct ActionsCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "actions", "Log the actions of a CSV or NDJSON file; running it again adds nothing.",
        "CSV または NDJSON の実施内容を取り込みます。繰り返しても二重には記録されません。",
        examples: [
          "pdca import actions actions.csv --create-departments",
          "zcat actions.csv.gz | pdca import actions - --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var department: DepartmentOption
    @OptionGroup var table: TableOptions

    @Argument(
      help: help(
        "The file, or - for standard input. Its columns or keys: department, occurred_at (or "
          + "time), actor (or by), text; if need be minutes, cycle, link.",
        "ファイル。- は標準入力。列またはキー: department、occurred_at (または time)、actor (または by)、"
          + "text。任意: minutes、cycle、link。"))
    var file: String

    @Option(
      help: help("csv or ndjson; without it by the file's name.", "csv または ndjson。省略時はファイル名で判断します。")
    )
    var format: RecordFormat?

    @Flag(help: help("Say what would happen; write nothing.", "書き込まずに結果だけを確認します。"))
    var dryRun = false

    @Flag(help: help("Write nothing if any line is refused.", "1行でも拒否されれば何も書き込みません。"))
    var atomic = false

    @Flag(help: help("Register departments that are not known.", "未登録の部門を登録します。"))
    var createDepartments = false

    /// The read models follow on a second connection while the lines come in.
    func run() async throws {
      if atomic || dryRun { return await serve() }
      await serve(beside: { premises in
        await ProjectionFollower.follow { try await premises.connect() }
      })
    }

    func run(at desk: Desk) throws {
      let records = try RecordFile(path: file, format: format, table)
      var run = try ImportRun(
        desk, department, table.dates(desk), isDryRun: dryRun, createsDepartments: createDepartments
      )
      do {
        if atomic {
          // A refused line undoes all.
          try desk.office.atomically {
            try run.take(all: records)
            return run.refused == 0
          }
        } else {
          try run.take(all: records)
        }
      } catch PostgresError.interrupted where !atomic {
        run.tellInterruption()
        throw ExitStatus(code: .interrupted)
      } catch let fault as TableFault where !atomic {
        try run.tellStop()
        throw fault
      }
      try run.tell(isUndone: atomic && run.refused > 0)
      if run.refused > 0 { throw ExitStatus(code: .dataError) }
    }
  }
}
