import Bilingual
import CanonicalJSON
import Office
import Tables
import Terminal
import Wording

/// A file whose every line sets something up: all of it or nothing, and the same file again adds
/// nothing.
struct SetUpRun {
  /// What became of a line.
  enum Result { case added, known }

  private let desk: Desk
  private(set) var report: SetUpReport

  init(_ desk: Desk, isDryRun: Bool) {
    self.desk = desk
    report = SetUpReport(isDryRun: isDryRun)
  }

  /// Takes every line in one transaction, which a refused one undoes.
  /// - Parameter needed: columns that the file can't do without.
  mutating func take<Key: ColumnKey>(
    _ file: TableFile, needing needed: [Key],
    _ carryOut: (_ field: (Key) -> String?) throws -> Result
  ) throws {
    // What is known of departments is brought up to date before the transaction begins.
    _ = try desk.office.departmentCodes()
    try desk.office.atomically {
      try read(file, needing: needed, carryOut)
      return report.isDone
    }
  }

  private mutating func read<Key: ColumnKey>(
    _ file: TableFile, needing needed: [Key],
    _ carryOut: (_ field: (Key) -> String?) throws -> Result
  ) throws {
    var columns: NamedColumns<Key>?
    try file.read { row, form in
      switch row {
      case .fault(let line, let fault):
        refuse(line, RefusalText(refused: fault.words(in: form.encoding)(language), next: []))
      case .record(let line, let fields):
        guard let known = columns else {
          let found = try NamedColumns<Key>(header: fields, needing: needed)
          desk.answer.console.note(safe(words(found, form)(language)))
          columns = found
          return
        }
        try take(line) { try carryOut { known.text($0, in: fields) } }
      }
    }
    if columns == nil, report.refused.isEmpty { throw ColumnFault.noHeader }
  }

  private var language: Language { desk.answer.language }

  private mutating func take(_ line: Int, _ carryOut: () throws -> Result) throws {
    do {
      switch try carryOut() {
      case .added: report.added += 1
      case .known: report.known += 1
      }
    } catch {
      let failure = Failure(error)
      guard [.usage, .rule, .dataError].contains(failure.exitCode) else { throw error }
      refuse(line, failure.wording.text(in: language))
    }
  }

  private mutating func refuse(_ line: Int, _ text: RefusalText) {
    report.refused.append((line, text))
  }

  private func words<Key: ColumnKey>(
    _ columns: NamedColumns<Key>, _ form: TableReader.Form
  ) -> Phrase {
    let found = form.words(columns: columns.names.count)
    let (used, idle) = (columns.used, columns.idle)
    return Phrase(
      en: "\(found.en): " + used.map { "\($0.key) from \($0.name)" }.joined(separator: ", ")
        + (idle.isEmpty ? "" : "; not used: \(idle.joined(separator: ", "))"),
      ja: "\(found.ja): " + used.map { "\($0.key) は「\($0.name)」" }.joined(separator: "、")
        + (idle.isEmpty ? "" : "、使わない列は「\(idle.joined(separator: "」「"))」"))
  }
}

/// What became of such a file.
struct SetUpReport: Sendable {
  let isDryRun: Bool
  /// Lines that were taken, or would be.
  var added = 0
  /// Lines of what was there already.
  var known = 0
  var refused: [(line: Int, text: RefusalText)] = []

  init(isDryRun: Bool) { self.isDryRun = isDryRun }

  /// Whether it was written.
  var isDone: Bool { !isDryRun && refused.isEmpty }

  /// Refusals by line, then what was done; status 65 if lines were refused.
  /// - Parameter more: said after it where something was done.
  func tell(_ answer: Answer, _ more: [Phrase] = []) throws {
    for (line, text) in refused {
      answer.console.note(
        DisplayText.block(
          answer.say("line \(line): \(text.refused)", "\(line) 行目: \(text.refused)")))
    }
    answer.give(json: json) {
      [summary(answer)] + (isDone ? more.map { $0(answer.language) } : [])
    }
    if !refused.isEmpty { throw ExitStatus(code: .dataError) }
  }

  private func summary(_ answer: Answer) -> String {
    let added = isDone || isDryRun ? added : 0
    return answer.say(
      "\(added) \(isDryRun ? "would be added" : "added"), \(known) there already, "
        + "\(refused.count) refused.",
      "\(isDryRun ? "追加予定" : "追加") \(added)、登録済み \(known)、拒否 \(refused.count)。") + end(answer)
  }

  private func end(_ answer: Answer) -> String {
    if isDone { return "" }
    return isDryRun
      ? answer.say(" A dry run: nothing was written.", "確認のみです。何も書き込んでいません。")
      : answer.say(" Nothing was written.", "何も書き込んでいません。")
  }

  private var json: JSON {
    [
      "added": JSON(isDryRun || isDone ? added : 0), "known": JSON(known),
      "dryRun": JSON(isDryRun),
      "refused": .array(
        refused.map { ["line": JSON($0.line), "error": .string($0.text.refused)] }),
    ]
  }
}
