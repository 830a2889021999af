import CivilTime

/// `xl/workbook.xml`: the sheets by name, and how days are counted.
final class WorkbookListener: XMLListener {
  struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false

  func start(_ name: String, _ attributes: [String: String]) {
    if name == "workbookPr" {
      is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
    guard name == "sheet", let title = attributes["name"], let id = attributes["id"] else { return }
    let state = attributes["state"] ?? "visible"
    sheets.append(Sheet(name: title, relation: id, isHidden: state != "visible"))
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// A `.rels` file: which part an id or a kind of part stands for.
final class RelationsListener: XMLListener {
  private(set) var targets: [String: String] = [:]
  private(set) var kinds: [String: String] = [:]
  private let folder: String

  /// - Parameter folder: that relative targets start from, `xl/` or empty.
  init(in folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let target = attributes["Target"] else { return }
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    if let id = attributes["Id"] { targets[id] = path }
    if let kind = attributes["Type"]?.split(separator: "/").last { kinds[String(kind)] = path }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// `xl/sharedStrings.xml`: texts by number, without the readings that Japanese ones have beside them.
final class StringsListener: XMLListener {
  private(set) var strings: [String] = []
  private var current = ""
  private var isText = false
  private var phonetic = 0
  private let greatest: Int
  private(set) var fault: TableFault?

  /// - Parameter greatest: texts that there may be.
  init(greatest: Int) { self.greatest = greatest }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sst":
      let declared = attributes["uniqueCount"].flatMap { Int($0) } ?? 0
      if declared > greatest { fault = .tooLargeInside }
    case "si": current = ""
    case "rPh": phonetic += 1
    case "t": isText = phonetic == 0
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si":
      if strings.count < greatest {
        strings.append(EscapedText.decoded(current))
      } else {
        fault = .tooLargeInside
      }
    case "rPh": phonetic -= 1
    case "t": isText = false
    default: break
    }
  }

  func text(_ text: String) { if isText { current += text } }
}

/// `xl/styles.xml`: how styles show a number.
final class StylesListener: XMLListener {
  private var formats: [Int: String] = [:]
  private var isInCells = false
  /// By the style's number.
  private(set) var forms: [NumberForm] = []

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        formats[id] = attributes["formatCode"]
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      forms.append(formats[id].map { Self.form($0) } ?? Self.builtIn(id))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
  func text(_ text: String) {}

  /// Of formats that stand by their number without being listed, the Japanese ones included.
  private static func builtIn(_ id: Int) -> NumberForm {
    switch id {
    case 9, 10: .percent
    case 18...22, 32, 33, 45...47: .time
    case 14...17, 27...31, 34...36, 50...58: .day
    default: .plain
    }
  }

  /// By the parts that a format has outside its texts: `yyyy/m/d`, `ggge年m月d日`, `0.0%`.
  static func form(_ format: String) -> NumberForm {
    // The first section is the one for positive numbers.
    var rest = Substring(format.lowercased())
    var kept = ""
    while let first = rest.popFirst() {
      switch first {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if !inside.isEmpty, inside.allSatisfy("hms".contains) { kept += inside }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case ";": return form(ofParts: kept)
      default: kept.append(first)
      }
    }
    return form(ofParts: kept)
  }

  private static func form(ofParts format: String) -> NumberForm {
    if format == "general" || format == "@" { return .plain }
    if format.contains("%") { return .percent }
    let isNumber = format.contains { "0#?".contains($0) }
    let isDay = format.contains { (isNumber ? "ymdh" : "ymdhsge").contains($0) }
    return isDay ? format.contains("h") ? .time : .day : .plain
  }
}

/// What a style shows a number as.
enum NumberForm: Sendable {
  case plain, percent, day
  /// A time of day, perhaps beside its day.
  case time
}

/// Texts as sheets escape what XML can't hold: `_x000D_` is a carriage return, `_x005F_` the line that
/// such an escape begins with.
enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let source = Array(text.utf16)
    var units: [UInt16] = []
    var place = 0
    while place < source.count {
      if let unit = unit(source[place...].prefix(7)) {
        units.append(unit)
        place += 7
      } else {
        units.append(source[place])
        place += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Of `_xHHHH_`; nil for anything else.
  private static func unit(_ text: ArraySlice<UInt16>) -> UInt16? {
    guard text.count == 7, text.first == 0x5F, text.last == 0x5F,
      text[text.startIndex + 1] == 0x78
    else { return nil }
    let digits = String(decoding: text.dropFirst(2).dropLast(), as: UTF16.self)
    guard digits.utf8.count == 4, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    return UInt16(digits, radix: 16)
  }
}
