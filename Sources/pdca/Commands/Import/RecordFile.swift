import ArgumentParser
import Bilingual
import Tables

enum RecordFormat: String, TypedWord { case csv, ndjson }

/// A file of records, read in chunks.
struct RecordFile {
  private enum Source {
    case table(TableFile)
    case lines(InputFile)
  }

  private let source: Source

  /// - Parameter path: `-` is standard input.
  init(path: String, format: RecordFormat?, _ table: TableOptions) throws {
    let name = path.lowercased()
    let isLines = [".ndjson", ".jsonl", ".json"].contains { name.hasSuffix($0) }
    switch format ?? (isLines ? .ndjson : .csv) {
    case .csv: source = .table(try TableFile(path, table, fieldCount: .likeFirst))
    case .ndjson:
      try table.check(for: .lines)
      source = .lines(try InputFile(path))
    }
  }

  /// Nil where it can't be told before reading.
  var lineCount: Int? {
    switch source {
    case .table(let file): file.lineCount
    case .lines(let file): file.lineCount
    }
  }

  /// Gives the records, or why a line is none, in the order of the file.
  /// - Parameter onForm: told what a table was found to be, before its first record.
  func read(onForm: (Phrase) -> Void, _ body: (Record) throws -> Void) throws {
    switch source {
    case .table(let file): try read(file, onForm, body)
    case .lines(let file):
      try file.lines { line in
        if let record = Record(line) { try body(record) }
      }
    }
  }

  private func read(
    _ file: TableFile, _ onForm: (Phrase) -> Void, _ body: (Record) throws -> Void
  ) throws {
    var columns: RecordColumns?
    try file.read { row, form in
      if let record = columns?.record(row, form) {
        try body(record)
      } else {
        let found = try RecordColumns(header: row, form)
        onForm(found.words(form))
        columns = found
      }
    }
    if columns == nil { throw RecordFault.noHeader }
  }
}
