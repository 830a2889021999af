import CivilTime

/// A sheet's rows, as they come.
final class SheetListener: XMLListener {
  private static let columns = 16_384
  /// Rows that a sheet has, and cells that may be written of in it.
  private static let (mostRows, mostCells) = (1_048_576, 20_000_000)
  private let strings: [String]
  private let forms: [NumberForm]
  private let is1904: Bool
  private let body: (Int, [String], RowFault?) -> Void
  private var (rows, cells) = (0, 0)
  private(set) var fault: TableFault?
  private var row = 0
  private var fields: [String] = []
  /// Why the row can't be read.
  private var rowFault: RowFault?
  private var isFormula = false
  private var column = 0
  private var kind = "n"
  private var style = 0
  private var value = ""
  private var isValue = false
  private var phonetic = 0

  /// - Parameter body: given a row's number, from 1, its fields, and why they can't be taken.
  init(
    strings: [String], forms: [NumberForm], is1904: Bool,
    _ body: @escaping (Int, [String], RowFault?) -> Void
  ) {
    (self.strings, self.forms, self.is1904, self.body) = (strings, forms, is1904, body)
  }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      (fields, column, rowFault) = ([], 0, nil)
      rows += 1
      if rows > Self.mostRows { fault = .tooLargeInside }
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      kind = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      (value, isFormula) = ("", false)
      cells += 1
      if cells > Self.mostCells { fault = .tooLargeInside }
    case "f": isFormula = true
    case "rPh": phonetic += 1
    case "v": isValue = true
    case "t": isValue = kind == "inlineStr" && phonetic == 0
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "row": body(row, fields, rowFault)
    case "c": place()
    case "rPh": phonetic -= 1
    case "v", "t": isValue = false
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  private func place() {
    guard (1...Self.columns).contains(column) else { return }
    guard !value.isEmpty else {
      // A formula may come to an empty text.
      if isFormula, kind != "str" { spoil(.noSavedValue(field: column)) }
      return
    }
    if kind == "e" { return spoil(.errorValue(value, field: column)) }
    while fields.count < column { fields.append("") }
    fields[column - 1] = shown
  }

  private func spoil(_ reason: RowFault) { if rowFault == nil { rowFault = reason } }

  /// The cell as a person would type it.
  private var shown: String {
    switch kind {
    case "s": shared
    case "b": value == "1" ? "TRUE" : "FALSE"
    case "n": number
    default: EscapedText.decoded(value)
    }
  }

  /// A text that isn't there is damage.
  private var shared: String {
    if let place = Int(value), strings.indices.contains(place) { return strings[place] }
    fault = .brokenWorkbook
    return ""
  }

  private var number: String {
    guard let number = Double(value) else { return value }
    let form = forms.indices.contains(style) ? forms[style] : .plain
    switch form {
    case .plain: break
    case .percent: return Self.plain(Self.hundredfold(number)) + "%"
    case .day, .time:
      if let date = ExcelDate(number, is1904: is1904) {
        return form == .time ? date.textWithTime : date.text
      }
      if (0..<1).contains(number) { return ExcelDate.clock(number) }
    }
    return Self.plain(number)
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// Of the decimal digits, so that 0.29 is 29.
  private static func hundredfold(_ number: Double) -> Double {
    let parts = "\(number)".split(separator: "e")
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("\(parts[0])e\(power + 2)") ?? number * 100
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
