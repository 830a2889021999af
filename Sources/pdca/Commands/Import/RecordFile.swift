import ArgumentParser
import Bilingual
import CanonicalJSON
import Terminal

enum RecordFormat: String, ExpressibleByArgument, CaseIterable { case csv, ndjson }

/// A file of records, read in chunks.
struct RecordFile {
  private let file: InputFile
  private let format: RecordFormat

  /// - Parameter path: `-` is standard input.
  init(path: String, format: RecordFormat?) throws {
    file = try InputFile(path)
    let name = path.lowercased()
    let isLines = [".ndjson", ".jsonl", ".json"].contains { name.hasSuffix($0) }
    self.format = format ?? (isLines ? .ndjson : .csv)
  }

  /// Nil where it can't be told before reading.
  var lineCount: Int? { file.lineCount }

  /// Gives the records, or why a line is none, in the order of the file.
  func read(_ body: (Record) throws -> Void) throws {
    switch format {
    case .csv: try readCSV(body)
    case .ndjson: try readLines(body)
    }
  }

  private func readCSV(_ body: (Record) throws -> Void) throws {
    var reader = CSVReader()
    var columns: RecordColumns?
    func take(_ rows: [CSVRow]) throws {
      for row in rows {
        if let record = columns?.record(row) {
          try body(record)
        } else {
          columns = try RecordColumns(header: row)
        }
      }
    }
    try file.chunks { chunk in
      var rows: [CSVRow] = []
      reader.feed(chunk) { rows.append($0) }
      try take(rows)
    }
    var rows: [CSVRow] = []
    reader.finish { rows.append($0) }
    try take(rows)
    if columns == nil { throw RecordFault.noHeader }
  }

  private func readLines(_ body: (Record) throws -> Void) throws {
    try file.lines { line in
      if let record = Record(line) { try body(record) }
    }
  }
}
