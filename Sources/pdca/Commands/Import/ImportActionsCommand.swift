import ArgumentParser
import Bilingual
import Office
import Presentation
import Terminal

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
    var format: ActionFile.Form?

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
        guard let reach = try? Premises.reach else { return }
        await ProjectionFollower.follow(at: premises, by: reach)
      })
    }

    func run(at desk: Desk) throws {
      let records = try ActionFile(path: file, form: format, table.settings)
      let request = ActionsRequest(
        home: desk.home(department), settings: table.settings,
        createsDepartments: createDepartments, isDryRun: dryRun, isAtomic: atomic)
      var telling = ActionsTelling(desk.answer, lines: records.lineCount)
      do {
        let imported = try desk.office.importActions(from: records, request) { telling.tell($0) }
        if let hint = imported.hint { desk.answer.console.note(hint(desk.answer.language)) }
        desk.answer.give(json: imported.json(errors: telling.errors)) {
          imported.lines.map { $0(desk.answer.language) }
        }
        if imported.refused > 0 { throw ExitStatus(code: .dataError) }
      } catch let interruption as ImportInterrupted {
        telling.end(interruption.words)
        throw ExitStatus(code: .interrupted)
      } catch let stop as ImportStopped {
        telling.end(stop.words)
        throw stop.fault
      }
    }
  }
}

extension ActionFile.Form: TypedWord {}

/// Says how an import of actions goes on: a bar, and each refused line at once.
private struct ActionsTelling {
  private let answer: Answer
  private var bar: ProgressBar
  /// Of all lines refused, where they are answered as JSON.
  private(set) var errors: [(line: Int, error: String)] = []

  /// - Parameter lines: nil where it isn't known.
  init(_ answer: Answer, lines: @autoclosure () -> Int?) {
    self.answer = answer
    bar = ProgressBar(
      label: answer.say("Lines", "行"),
      total: answer.console.isErrorTerminal ? lines() ?? 0 : 0, language: answer.language)
  }

  mutating func tell(_ news: ActionsNews) {
    switch news {
    case .found(let columns): answer.console.note(safe(columns.words(answer.language)))
    case .read(let line): bar.update(line)
    case .taken: bar.finish()
    case .refused(let line, let fault):
      bar.finish()
      let sentence = safe(fault.sentence(answer.language))
      if answer.isJSON { errors.append((line, sentence)) }
      answer.console.note(answer.say("line \(line): \(sentence)", "\(line) 行目: \(sentence)"))
    }
  }

  /// Says how far it came.
  mutating func end(_ words: Phrase) {
    bar.finish()
    answer.console.note(words(answer.language))
  }
}
