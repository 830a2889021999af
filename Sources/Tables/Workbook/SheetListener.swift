import CivilTime

/// A sheet's rows, as they come.
final class SheetListener: XMLListener {
  private static let columns = 16_384
  private let strings: [String]
  private let areDates: [Bool]
  private let is1904: Bool
  private let body: (Int, [String]) -> Void
  private var row = 0
  private var fields: [String] = []
  private var column = 0
  private var kind = "n"
  private var style = 0
  private var value = ""
  private var isValue = false
  private var phonetic = 0

  /// - Parameter body: given a row's number, from 1, and its fields.
  init(
    strings: [String], areDates: [Bool], is1904: Bool, _ body: @escaping (Int, [String]) -> Void
  ) {
    (self.strings, self.areDates, self.is1904, self.body) = (strings, areDates, is1904, body)
  }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      (fields, column) = ([], 0)
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      kind = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "rPh": phonetic += 1
    case "v": isValue = true
    case "t": isValue = kind == "inlineStr" && phonetic == 0
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "row": body(row, fields)
    case "c": place()
    case "rPh": phonetic -= 1
    case "v", "t": isValue = false
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  private func place() {
    guard !value.isEmpty, (1...Self.columns).contains(column) else { return }
    while fields.count < column { fields.append("") }
    fields[column - 1] = shown
  }

  /// The cell as a person would type it.
  private var shown: String {
    switch kind {
    case "s": Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": value == "1" ? "TRUE" : "FALSE"
    case "n": number
    default: value
    }
  }

  private var number: String {
    guard let number = Double(value) else { return value }
    let isDate = areDates.indices.contains(style) && areDates[style]
    if isDate, let date = ExcelDate(number, is1904: is1904) { return date.text }
    if isDate, (0..<1).contains(number) { return ExcelDate.clock(number) }
    return Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// Of a reference such as `AB12`, from 1.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      column = column * 26 + Int(byte - 0x40)
      if column > columns { return nil }
    }
    return column > 0 ? column : nil
  }
}
