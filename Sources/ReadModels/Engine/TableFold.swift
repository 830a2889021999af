import Postgres

/// One table's rows during one batch: looked up together, changed in memory, written together.
struct TableBuffer<R: ProjectedRow> {
  let shape = TableShape(R.self)
  /// Rows looked up or made; nil where there is none.
  private var rows: [RowKey: R?] = [:]
  /// Keys in the order in which they were first changed.
  private var changed: [RowKey] = []
  private var seen: Set<RowKey> = []

  /// Applies the entries, which must be in the order of their log.
  static func changes(from entries: [LoggedEvent], in session: Session) throws -> [Statement] {
    try changes(from: entries.map { Touched(entry: $0, touches: R.touches(of: $0)) }, in: session)
  }

  static func changes(from touched: [Touched], in session: Session) throws -> [Statement] {
    guard touched.contains(where: { !$0.touches.isEmpty }) else { return [] }
    var buffer = TableBuffer()
    try buffer.look(up: buffer.unknownKeys(touched), in: session)
    for touched in touched {
      for touch in touched.touches { buffer.apply(touched.entry, touch.key) }
    }
    return buffer.statements
  }

  /// Keys whose row may stand in the table already.
  private func unknownKeys(_ touched: [Touched]) -> [RowKey] {
    var met: Set<RowKey> = []
    var unknown: [RowKey] = []
    for touch in touched.lazy.flatMap(\.touches)
    where met.insert(touch.key).inserted && !touch.isNew {
      unknown.append(touch.key)
    }
    return unknown
  }

  private mutating func look(up keys: [RowKey], in session: Session) throws {
    guard !keys.isEmpty else { return }
    let query = shape.lookUp(keys)
    let found = try session.query(query) { try R($0) }
    for row in found { rows[RowKey(row.cells.prefix(shape.keys.count).map { $0 ?? "" })] = row }
  }

  /// A row that a later entry made or changed knows better than this one.
  private mutating func apply(_ entry: LoggedEvent, _ key: RowKey) {
    if let row = rows[key] ?? nil, row.position > entry.position { return }
    if seen.insert(key).inserted { changed.append(key) }
    rows[key] = .some(R.apply(entry, to: rows[key] ?? nil, at: key))
  }

  private var statements: [Statement] {
    var kept: [[String?]] = []
    var removed: [RowKey] = []
    for key in changed {
      if let row = rows[key] ?? nil { kept.append(row.cells) } else { removed.append(key) }
    }
    return [shape.upsert(kept), shape.delete(removed)].compactMap { $0 }
  }
}

/// A table's rows while a log is folded from its beginning.
package struct FoldedTable {
  let table: any ProjectedRow.Type
  /// Takes in the next entry.
  let take: (LoggedEvent) throws -> Void
  /// Writes the rows that no longer change; with `all`, or when they are many, the others too.
  let write: (_ all: Bool, Session) throws -> Void
  /// Changes of rows that may have been written before, in the order of the log.
  let late: () -> LateChanges
  /// The late changes, which are then forgotten.
  let takeLate: () -> LateChanges
}

/// Entries that come after a row was written and that only the table can tell more about.
package struct LateChanges: Sendable {
  let table: any ProjectedRow.Type
  fileprivate(set) var touched: [Touched] = []

  /// Applies them to the rows in the table, which must have its primary key.
  func statements(in session: Session) throws -> [Statement] {
    try table.changes(from: touched, in: session)
  }
}

/// A entry with the keys that it touches in one table.
package struct Touched: Sendable {
  var entry: LoggedEvent
  var touches: [Touch]
}

extension ProjectedRow {
  static func changes(from touched: [Touched], in session: Session) throws -> [Statement] {
    try TableBuffer<Self>.changes(from: touched, in: session)
  }

  /// Closures, not an existential: they call what is compiled for the row type, where an
  /// existential goes through the generic class.
  package static func fold(limit: Int) -> FoldedTable {
    let fold = TableFold<Self>(limit: limit)
    return FoldedTable(
      table: Self.self, take: { try fold.take($0) },
      write: { try fold.write(all: $0, in: $1) }, late: { fold.late },
      takeLate: { fold.takeLate() })
  }
}

/// Rows that an event makes under a key of its own are written soon after, so that memory doesn't
/// grow with the log. Rows found by their key stay until they are many.
private final class TableFold<R: ProjectedRow> {
  private final class Kept {
    var row: R
    init(_ row: R) { self.row = row }
  }

  private let copy: Query
  private let limit: Int
  private var kept: [RowKey: Kept] = [:]
  private var written = CopyRows()
  /// Whether a key that isn't kept may have a row all the same.
  private var hasWritten = false
  private(set) var late = LateChanges(table: R.self)

  init(limit: Int) {
    self.limit = limit
    let names = TableShape(R.self).columns.map(\.name).joined(separator: ", ")
    copy = Query(sql: "COPY \(R.table) (\(names)) FROM STDIN")
  }

  func take(_ entry: LoggedEvent) throws {
    var unknown: [Touch] = []
    for touch in R.touches(of: entry) {
      if touch.isNew {
        try write(R.apply(entry, to: nil, at: touch.key))
      } else if let kept = kept[touch.key] {
        change(kept, touch.key, entry)
      } else if hasWritten {
        unknown.append(touch)
      } else {
        kept[touch.key] = R.apply(entry, to: nil, at: touch.key).map(Kept.init)
      }
    }
    if !unknown.isEmpty { late.touched.append(Touched(entry: entry, touches: unknown)) }
  }

  private func change(_ kept: Kept, _ key: RowKey, _ entry: LoggedEvent) {
    if let row = R.apply(entry, to: kept.row, at: key) {
      kept.row = row
    } else {
      self.kept[key] = nil
    }
  }

  private func write(_ row: R?) throws {
    guard var row else { return }
    try row.write(to: &written)
    hasWritten = true
  }

  func write(all: Bool, in session: Session) throws {
    if all || kept.count > limit { try writeKept(in: session) }
    try send(session)
  }

  private func writeKept(in session: Session) throws {
    for kept in kept.values {
      try write(kept.row)
      if written.bytes.count > 1 << 20 { try send(session) }
    }
    kept = [:]
  }

  private func send(_ session: Session) throws {
    guard !written.bytes.isEmpty else { return }
    try session.copyIn(copy) { try $0.append(written) }
    written.removeAll()
  }

  func takeLate() -> LateChanges {
    defer { late.touched = [] }
    return late
  }
}
