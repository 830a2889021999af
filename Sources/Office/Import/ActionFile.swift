import Tables

/// A file of actions, read in chunks: a table, or NDJSON.
package struct ActionFile {
  package enum Form: String, CaseIterable, Sendable { case csv, ndjson }

  private enum Source {
    case table(TableFile)
    case lines(InputFile)
  }

  private let source: Source

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - form: nil to go by the file's name.
  package init(path: String, form: Form?, _ settings: TableSettings = TableSettings()) throws {
    let name = path.lowercased()
    let isLines = [".ndjson", ".jsonl", ".json"].contains { name.hasSuffix($0) }
    switch form ?? (isLines ? .ndjson : .csv) {
    case .csv: source = .table(try TableFile(path, settings))
    case .ndjson:
      try settings.check(for: .lines)
      source = .lines(try InputFile(path))
    }
  }

  package init(
    bytes: [UInt8], form: Form = .csv, _ settings: TableSettings = TableSettings()
  ) throws {
    switch form {
    case .csv: source = .table(try TableFile(bytes: bytes, settings))
    case .ndjson:
      try settings.check(for: .lines)
      source = .lines(InputFile(bytes: bytes))
    }
  }

  /// Nil where it can't be told before reading.
  package var lineCount: Int? {
    switch source {
    case .table(let file): file.lineCount
    case .lines(let file): file.lineCount
    }
  }

  /// What reading it comes upon.
  enum Item {
    /// What a table was found to be, before its first record.
    case columns(FoundColumns)
    /// A line, or why it is none.
    case record(ActionRecord)
  }

  /// In the order of the file.
  func read(_ body: (Item) throws -> Void) throws {
    switch source {
    case .table(let file): try read(file, body)
    case .lines(let file):
      try file.lines { line in
        if let record = ActionRecord(line) { try body(.record(record)) }
      }
    }
  }

  private func read(_ file: TableFile, _ body: (Item) throws -> Void) throws {
    var columns: ActionColumns?
    try file.read { row, form in
      if let record = columns?.record(row, form) {
        try body(.record(record))
      } else {
        let header = try ActionColumns(header: row, form)
        try body(.columns(header.found(form)))
        columns = header
      }
    }
    if columns == nil { throw ActionFileFault.noHeader }
  }
}
