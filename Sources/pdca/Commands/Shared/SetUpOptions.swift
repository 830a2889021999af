import ArgumentParser
import Bilingual
import CivilTime
import Office
import Postgres
import Tables
import Terminal

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
  func open(_ session: Session, _ answer: Answer) throws -> Office {
    let ahead = { answer.noteRepair(of: $0) }
    if csv != nil { return try Office(in: session, at: .now(), ahead: ahead) }
    return try Office(
      writing: session, at: .now(), firstGivenAt: Repetition.firstGivenAt, ahead: ahead)
  }

  func run<Key: ColumnKey>(
    _ file: TableFile, at desk: Desk, needing needed: [Key],
    _ carryOut: (_ field: (Key) -> String?) throws -> SetUpRun.Result
  ) throws {
    var run = SetUpRun(desk, isDryRun: dryRun)
    try run.take(file, needing: needed, carryOut)
    try run.report.tell(desk.answer)
  }
}
