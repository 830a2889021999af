import Bilingual
import CanonicalJSON
import Terminal

/// One line of a file to import: its texts by their place, or why it can't be read.
struct Record {
  enum Place: Int, CaseIterable { case department, occurredAt, actor, text, minutes, cycle, link }

  /// Line of the file on which it starts, from 1.
  let line: Int
  /// By `Place`; nil and empty are the same but for the text.
  private(set) var fields: [String?]
  /// Why the line can't be read.
  let fault: Phrase?

  init(line: Int, fields: [String?]) {
    self.line = line
    self.fields = fields
    fault = nil
  }

  init(line: Int, fault: Phrase) {
    self.line = line
    self.fault = fault
    fields = []
  }

  /// The text at the place; nil when it is absent or empty.
  subscript(place: Place) -> String? {
    guard let field = fields[place.rawValue], !field.isEmpty else { return nil }
    return field
  }

  /// Whether the place is there and says nothing.
  func isEmpty(_ place: Place) -> Bool { fields[place.rawValue] == "" }

  /// What was done, empty when absent.
  var text: String { fields[Place.text.rawValue] ?? "" }
}

extension Record.Place {
  /// The place that a column's or key's name stands for; nil for others.
  init?(name: String) {
    switch name.lowercased() {
    case "department": self = .department
    case "occurred_at", "occurredat", "time": self = .occurredAt
    case "actor", "by": self = .actor
    case "text": self = .text
    case "minutes": self = .minutes
    case "cycle": self = .cycle
    case "link": self = .link
    default: return nil
    }
  }
}

/// Which column of a CSV file stands for what.
struct RecordColumns {
  private let places: [Record.Place?]

  /// - Throws: `RecordFault` for a header without a text or a time, or that names a place twice.
  init(header row: CSVRow) throws(RecordFault) {
    guard case .record(_, let names) = row else { throw .noHeader }
    places = names.map { Record.Place(name: $0.filter { !$0.isWhitespace }) }
    for needed in [Record.Place.text, .occurredAt] where !places.contains(needed) {
      throw .missingColumn(needed, found: names)
    }
    let known = places.compactMap(\.self)
    if Set(known).count != known.count { throw .doubleColumn(found: names) }
  }

  func record(_ row: CSVRow) -> Record {
    switch row {
    case .fault(let line, let fault):
      return Record(
        line: line, fault: Phrase(en: fault.text(.english), ja: fault.text(.japanese)))
    case .record(let line, let texts):
      var fields = [String?](repeating: nil, count: Record.Place.allCases.count)
      for case (let place?, let text) in zip(places, texts) { fields[place.rawValue] = text }
      return Record(line: line, fields: fields)
    }
  }
}

extension Record {
  /// A line of NDJSON; nil for one with nothing in it.
  init?(_ line: TextLine) {
    switch line {
    case .fault(let number, let fault):
      self.init(
        line: number, fault: Phrase(en: fault.text(.english), ja: fault.text(.japanese)))
    case .line(let number, let text):
      if text.allSatisfy(\.isWhitespace) { return nil }
      self.init(line: number, json: text)
    }
  }

  private init(line: Int, json text: String) {
    do {
      let json = try JSON(parsing: text)
      guard let object = json.object else {
        self.init(line: line, fault: Phrase(en: "An object is needed.", ja: "オブジェクトが必要です。"))
        return
      }
      var fields = [String?](repeating: nil, count: Place.allCases.count)
      for member in object {
        guard let place = Place(name: member.key), member.value != .null else { continue }
        guard let text = Self.text(member.value, place) else {
          self.init(line: line, fault: Self.notText(member.key))
          return
        }
        fields[place.rawValue] = text
      }
      self.init(line: line, fields: fields)
    } catch {
      self.init(line: line, fault: error.words)
    }
  }

  /// Minutes and a cycle's number may be numbers; everything else is a text.
  private static func text(_ value: JSON, _ place: Place) -> String? {
    if let text = value.string { return text }
    guard place == .minutes || place == .cycle, case .number = value else { return nil }
    return value.canonical
  }

  private static func notText(_ key: String) -> Phrase {
    Phrase(en: "\(key) is no text.", ja: "\(key) が文字列ではありません。")
  }
}
