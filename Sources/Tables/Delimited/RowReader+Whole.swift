extension RowReader {
  /// Every record of a file held in memory.
  package static func rows(
    of bytes: [UInt8], fieldCount: FieldCount = .likeFirst, limit: Int = 1 << 20
  ) -> [TableRow] {
    var reader = RowReader(fieldCount: fieldCount, limit: limit)
    var rows: [TableRow] = []
    reader.feed(bytes.span) { rows.append($0) }
    reader.finish { rows.append($0) }
    return rows
  }
}
