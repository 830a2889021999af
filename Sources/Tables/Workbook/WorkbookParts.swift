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

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": current = ""
    case "rPh": phonetic += 1
    case "t": isText = phonetic == 0
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si": strings.append(current)
    case "rPh": phonetic -= 1
    case "t": isText = false
    default: break
    }
  }

  func text(_ text: String) { if isText { current += text } }
}

/// `xl/styles.xml`: which styles show a number as a day or time.
final class StylesListener: XMLListener {
  private var formats: [Int: String] = [:]
  private var isInCells = false
  /// By the style's number.
  private(set) var areDates: [Bool] = []

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        formats[id] = attributes["formatCode"]
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      areDates.append(formats[id].map(Self.isDate) ?? Self.builtIn.contains(id))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
  func text(_ text: String) {}

  /// Numbers of formats that are dates without being listed, the Japanese ones included.
  private static let builtIn = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// Whether a format has parts of a day or time outside its texts: `yyyy/m/d`, `ggge年m月d日`.
  static func isDate(_ format: String) -> Bool {
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
      case ";": return holdsDay(kept)
      default: kept.append(first)
      }
    }
    return holdsDay(kept)
  }

  private static func holdsDay(_ format: String) -> Bool {
    if format == "general" || format == "@" { return false }
    let isNumber = format.contains { "0#?".contains($0) }
    return format.contains { (isNumber ? "ymdh" : "ymdhsge").contains($0) }
  }
}
