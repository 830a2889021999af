import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import Terminal

enum RecordFormat: String, ExpressibleByArgument, CaseIterable { case csv, ndjson }

/// A file of records, read in chunks.
struct RecordFile {
  private static let chunk = 256 * 1024
  private let path: String
  private let descriptor: Int32
  private let format: RecordFormat

  /// - Parameter path: `-` is standard input.
  init(path: String, format: RecordFormat?) throws {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DeskError.notReadable(path: path) }
    let name = path.lowercased()
    let isLines = [".ndjson", ".jsonl", ".json"].contains { name.hasSuffix($0) }
    self.format = format ?? (isLines ? .ndjson : .csv)
  }

  /// Gives the records, or why a line is none, in the order of the file.
  func read(_ body: (Record) throws -> Void) throws {
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
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
    try chunks { chunk in
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
    var reader = LineReader()
    try chunks { chunk in
      var lines: [TextLine] = []
      reader.feed(chunk) { lines.append($0) }
      for record in lines.compactMap(Record.init) { try body(record) }
    }
    var lines: [TextLine] = []
    reader.finish { lines.append($0) }
    for record in lines.compactMap(Record.init) { try body(record) }
  }

  private func chunks(_ body: (Span<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count: Int
      do { count = try Descriptor.read(from: descriptor, into: &buffer) } catch {
        throw DeskError.notReadable(path: path)
      }
      if count == 0 { return }
      try body(buffer.span.extracting(0..<count))
    }
  }
}
