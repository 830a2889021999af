import ArgumentParser
import Domain
import Office
import Presentation
import Proof
import ReadModels
import Terminal

struct AuditCheckFileCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "check-file",
      "Hold a file against the checks that name it as evidence; 5 when none names it as it is.",
      "ファイルを、評価の根拠として記録されたものと照合します。一致するものがなければ終了コード 5 です。",
      examples: [
        "pdca audit check-file hours.xlsx", "pdca audit check-file hours.xlsx --cycle SALES-12",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The file, - for standard input.", "ファイル (- は標準入力)。")) var file: String

  @Option(help: help("Only the check of this cycle.", "このミニPDCAの評価に限ります。"))
  var cycle: String?

  func run(at desk: Desk) throws {
    let cycle = try cycle.map { try desk.known($0, .cycle, in: department) }
    let sheet = FileSheet(try desk.office.evidence(EvidenceFile(reading: file), of: cycle))
    desk.answer.give(json: sheet.evidence.json) { sheet.lines(desk) }
    if sheet.evidence.same.isEmpty { throw ExitStatus(code: .tampering) }
  }
}

private struct FileSheet {
  let evidence: FileEvidence

  init(_ evidence: FileEvidence) { self.evidence = evidence }

  func lines(_ desk: Desk) -> [String] {
    let say = desk.answer.say
    let name = evidence.file.name
    let head =
      !evidence.same.isEmpty
      ? say("\(name) is as it was recorded.", "\(name) は記録されたものと同じです。")
      : evidence.others.isEmpty
        ? say("No check names \(name) as evidence.", "\(name) を根拠とした評価はありません。")
        : say(
          "\(name) is not as it was recorded: its content is another.",
          "\(name) の内容は、記録されたものと異なります。")
    return [head]
      + desk.answer.layout.bullets(
        evidence.same.map { Cell(told($0, desk)) }
          + (evidence.same.isEmpty ? evidence.others.map { Cell(told($0, desk)) } : []), indent: 2)
      + ["SHA-256  \(evidence.file.sha256)"]
  }

  private func told(_ row: CheckFileRow, _ desk: Desk) -> String {
    let moment = desk.moment(row.checkedAt)
    let hash = row.sha256 == evidence.file.sha256 ? "" : ", SHA-256 \(row.sha256)"
    return desk.answer.say(
      "\(row.id): checked on \(moment) by \(desk.names(row.checkedBy)), as \(row.name)\(hash)",
      "\(row.id): \(moment) に \(desk.names(row.checkedBy)) が評価。記録上の名前 \(row.name)\(hash)")
  }
}
