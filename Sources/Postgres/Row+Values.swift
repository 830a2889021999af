extension Row {
  package func text(_ column: Column) throws -> String { try decode(column) }
  package func int(_ column: Column) throws -> Int { try decode(column) }
  package func int64(_ column: Column) throws -> Int64 { try decode(column) }
  package func double(_ column: Column) throws -> Double { try decode(column) }
  package func bool(_ column: Column) throws -> Bool { try decode(column) }
  package func bytes(_ column: Column) throws -> [UInt8] { try decode(column) }

  package func textIfPresent(_ column: Column) throws -> String? { try decodeIfPresent(column) }
  package func intIfPresent(_ column: Column) throws -> Int? { try decodeIfPresent(column) }
  package func doubleIfPresent(_ column: Column) throws -> Double? { try decodeIfPresent(column) }
  package func boolIfPresent(_ column: Column) throws -> Bool? { try decodeIfPresent(column) }

  /// A one-dimensional array; nil elements are NULL.
  package func optionalTexts(_ column: Column) throws -> [String?] { try elements(column) }

  /// A one-dimensional array without NULL.
  package func texts(_ column: Column) throws -> [String] {
    try present(column, wanted: "an array without NULL") { $0 }
  }

  /// A one-dimensional array of whole numbers without NULL.
  package func int64s(_ column: Column) throws -> [Int64] {
    try present(column, wanted: "an array of whole numbers") { Int64($0) }
  }

  /// A one-dimensional array of `bytea` without NULL.
  package func byteStrings(_ column: Column) throws -> [[UInt8]] {
    try present(column, wanted: "an array of bytea") { text in
      var text = text
      return text.withUTF8 { ByteaText.decode($0) }
    }
  }

  private func present<T>(
    _ column: Column, wanted: String, _ read: (String) -> T?
  ) throws -> [T] {
    var values: [T] = []
    for element in try elements(column) {
      guard let element, let value = read(element) else { throw mismatch(column, wanted) }
      values.append(value)
    }
    return values
  }
}
