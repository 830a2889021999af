extension ColumnName {
  /// A folded name without fiscal years, numbers at its ends, and marks of enumerations: `fy2026日付`, `1日付`
  /// and `①日付` are `日付`.
  package static func bare(_ folded: String) -> String {
    var rest = folded.replacing(/(fy|年度)?[0-9]{4}年度?|fy[0-9]{2}/, with: "")[...]
    while let first = rest.unicodeScalars.first, first.properties.numericType != nil {
      rest.unicodeScalars.removeFirst()
    }
    while let last = rest.unicodeScalars.last, last.properties.numericType != nil {
      rest.unicodeScalars.removeLast()
    }
    return String(rest)
  }
}
