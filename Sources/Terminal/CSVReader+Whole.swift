extension CSVReader {
  /// Every record of a file held in memory.
  package static func rows(
    of bytes: [UInt8], fieldCount: FieldCount = .likeFirst, limit: Int = 1 << 20
  ) -> [CSVRow] {
    var reader = CSVReader(fieldCount: fieldCount, limit: limit)
    var rows: [CSVRow] = []
    reader.feed(bytes.span) { rows.append($0) }
    reader.finish { rows.append($0) }
    return rows
  }
}
