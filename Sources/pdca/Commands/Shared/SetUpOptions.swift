import ArgumentParser
import Bilingual
import CivilTime
import Office
import Presentation
import Terminal
import Wording

/// Setting up what a file lists, all of it or nothing.
struct SetUpOptions: ParsableArguments {
  @Option(
    help: help(
      "Take all that this file lists (.csv or .xlsx; - is standard input), or nothing if a line is "
        + "refused; the same file again adds nothing.",
      "このファイル（.csv または .xlsx。- は標準入力）の内容をまとめて登録します。1行でも拒否されれば何も登録しません。"
        + "繰り返しても二重には登録されません。"))
  var csv: String?

  @Flag(help: help("With --csv: only say what would happen.", "--csv の結果を確認するのみで、書き込みません。"))
  var dryRun = false

  /// - Parameter code: of the one thing that is named instead of a file.
  func validate(beside code: String?) throws {
    if csv != nil, code != nil {
      throw ValidationError(
        Language.ofProcess.choose(
          "Give a code or --csv, not both.", "コードと --csv は同時に指定できません。"))
    }
    if dryRun, csv == nil {
      throw ValidationError(
        Language.ofProcess.choose("--dry-run goes with --csv.", "--dry-run は --csv と併用します。"))
    }
  }

  /// A file's lines follow each other in one transaction, so that what they read is no snapshot.
  var opening: Opening { csv == nil ? .writing(clock: nil, of: nil) : .each }

  /// Takes in the file, and tells what became of it.
  func run(
    at desk: Desk, _ setUp: (_ isDryRun: Bool, _ tell: (FoundColumns) -> Void) throws -> SetUpReport
  ) throws {
    try desk.answer.tell(setUp(dryRun) { desk.answer.tell($0) })
  }
}

extension Answer {
  /// What a file was found to be.
  func tell(_ columns: FoundColumns) { console.note(safe(columns.words(language))) }

  /// Refusals by line, then what was done; status 65 if lines were refused.
  /// - Parameter more: said after it where something was done.
  func tell(_ report: SetUpReport, _ more: [Phrase] = []) throws {
    for refusal in report.refused {
      let (line, text) = (refusal.line, refusal.wording.refused(language))
      console.note(DisplayText.block(say("line \(line): \(text)", "\(line) 行目: \(text)")))
    }
    give(json: report.json(language)) {
      [report.summary(language)] + (report.isDone ? more.map { $0(language) } : [])
    }
    if !report.refused.isEmpty { throw ExitStatus(code: .dataError) }
  }
}
