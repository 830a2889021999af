/// One row of a table, or why it is none. Lines count from 1 and name where the row
/// starts; fields count from 1.
package enum TableRow: Equatable, Sendable {
  case record(line: Int, fields: [String])
  case fault(line: Int, RowFault)
}

/// Why a record can't be read. The reader goes on with the next line.
package enum RowFault: Error, Equatable, Sendable {
  /// The file ended inside a quoted field.
  case unclosedQuote
  /// A quote inside an unquoted field, or text after a closing quote.
  case strayQuote(field: Int)
  /// A carriage return that no line feed follows, outside quotes.
  case strayCarriageReturn(field: Int)
  case wrongFieldCount(expected: Int, found: Int)
  /// Bytes that stand for nothing in the file's encoding.
  case notText(field: Int)
  /// A cell of a spreadsheet whose formula came to nothing: `#REF!`.
  case errorValue(String, field: Int)
  /// A formula whose value wasn't saved with it.
  case noSavedValue(field: Int)
  /// More bytes than a record may have; an unclosed quote is the usual cause.
  case tooLong(limit: Int)
}
