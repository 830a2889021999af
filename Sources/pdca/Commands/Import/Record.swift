import Bilingual
import CanonicalJSON
import Tables
import Wording

/// One line of a file to import: its texts by their place, or why it can't be read.
struct Record {
  enum Place: Int, ColumnKey { case department, occurredAt, actor, text, minutes, cycle, link }

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

  /// A bare number of a column that is in hours, made to say so.
  fileprivate static func duration(_ text: String, in unit: HeaderUnit.Base?) -> String {
    let number = text.halfWidth.filter { !$0.isWhitespace }
    let isBare =
      number.contains { $0.isNumber } && number.utf8.allSatisfy("0123456789.".utf8.contains)
    return unit == .hour && isBare ? number + "h" : text
  }

  /// What was done, empty when absent.
  var text: String { fields[Place.text.rawValue] ?? "" }
}

extension Record.Place {
  /// The unit that a column of durations has in its name; nil where it names none.
  static func unit(ofDuration name: String) throws(RecordFault) -> HeaderUnit.Base? {
    guard let written = ColumnName.unit(ofHeader: name), let unit = HeaderUnit(written) else {
      return nil
    }
    guard unit.scale == 1, unit.base == .hour || unit.base == .minute else {
      throw .otherUnit(column: name, unit: written)
    }
    return unit.base
  }

  /// What people call it, folded; the first is ours.
  var names: [String] {
    switch self {
    case .department: ["department", "dept", "部門", "部門コード", "部署", "部署コード", "所属"]
    case .occurredAt:
      [
        "occurredat", "time", "date", "when", "day", "datetime", "日時", "日付", "年月日", "月日", "日",
        "実施日", "実施日時", "実施時刻", "発生日", "発生日時", "作業日", "記録日", "入力日", "タイムスタンプ", "timestamp",
      ]
    case .actor:
      [
        "actor", "by", "who", "person", "account", "担当", "担当者", "担当者名", "実施者", "実行者", "作業者", "記入者",
        "入力者", "アカウント", "社員", "氏名", "名前",
      ]
    case .text:
      [
        "text", "what", "action", "description", "内容", "実施内容", "作業内容", "活動内容", "行動", "実施事項", "本文",
        "テキスト", "やったこと", "したこと",
      ]
    case .minutes:
      ["minutes", "min", "mins", "duration", "分", "分数", "所要時間", "作業時間", "所要分", "時間", "所要", "工数"]
    case .cycle: ["cycle", "cycleid", "ミニpdca", "サイクル", "pdca", "サイクル番号", "ミニpdca番号"]
    case .link: ["link", "url", "リンク", "参照", "参照先"]
    }
  }
}

/// Which column of a table stands for what.
struct RecordColumns {
  private let names: [String]
  private let places: [Record.Place?]
  /// Of the column of durations.
  private let unit: HeaderUnit.Base?

  /// - Throws: `RecordFault` for a header without a text or a time, or that names a place twice.
  init(header row: TableRow, _ form: TableReader.Form) throws(RecordFault) {
    switch row {
    case .fault(let line, let fault): throw .badHeader(line: line, fault.words(in: form.encoding))
    case .record(_, let names): self.names = names
    }
    places = names.map { Record.Place.named($0) }
    for needed in [Record.Place.text, .occurredAt] where !places.contains(needed) {
      throw .missingColumn(needed, found: names)
    }
    let known = places.compactMap(\.self)
    if Set(known).count != known.count { throw .doubleColumn(found: names) }
    if let place = places.firstIndex(of: .minutes) {
      unit = try Record.Place.unit(ofDuration: names[place])
    } else {
      unit = nil
    }
  }

  /// What was found, with the columns that are taken and those passed over.
  func words(_ form: TableReader.Form) -> Phrase {
    let found = form.words(columns: names.count)
    let used = zip(names, places).compactMap { name, place in place.map { ($0.name, name) } }
    let idle = zip(names, places).filter { $0.1 == nil && !$0.0.isEmpty }.map(\.0)
    return Phrase(
      en: "\(found.en): " + used.map { "\($0) from \($1)" }.joined(separator: ", ")
        + (idle.isEmpty ? "" : "; not used: \(idle.joined(separator: ", "))"),
      ja: "\(found.ja): " + used.map { "\($0) は「\($1)」" }.joined(separator: "、")
        + (idle.isEmpty ? "" : "、使わない列は「\(idle.joined(separator: "」「"))」"))
  }

  func record(_ row: TableRow, _ form: TableReader.Form) -> Record {
    switch row {
    case .fault(let line, let fault):
      return Record(line: line, fault: fault.words(in: form.encoding))
    case .record(let line, let texts):
      var fields = [String?](repeating: nil, count: Record.Place.allCases.count)
      for case (let place?, let text) in zip(places, texts) {
        fields[place.rawValue] = place == .minutes ? Record.duration(text, in: unit) : text
      }
      return Record(line: line, fields: fields)
    }
  }
}

extension Record {
  /// A line of NDJSON; nil for one with nothing in it.
  init?(_ line: TextLine) {
    switch line {
    case .fault(let number, let fault):
      self.init(line: number, fault: fault.words)
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
      var keys: [Place: String] = [:]
      for member in object {
        guard let place = Place.named(member.key) else { continue }
        if let first = keys.updateValue(member.key, forKey: place) {
          self.init(line: line, fault: Self.twice(first, member.key))
          return
        }
        if member.value == .null { continue }
        guard let text = Self.text(member.value, place) else {
          self.init(line: line, fault: Self.notText(member.key))
          return
        }
        fields[place.rawValue] = text
        if place == .minutes {
          let unit = try Place.unit(ofDuration: member.key)
          fields[place.rawValue] = Self.duration(text, in: unit)
        }
      }
      self.init(line: line, fields: fields)
    } catch let fault as RecordFault {
      self.init(line: line, fault: fault.refused)
    } catch let fault as JSONParseError {
      self.init(line: line, fault: fault.words)
    } catch {
      self.init(line: line, fault: Phrase(both: "\(error)"))
    }
  }

  /// Minutes and a cycle's number may be numbers; everything else is a text.
  private static func text(_ value: JSON, _ place: Place) -> String? {
    if let text = value.string { return text }
    guard place == .minutes || place == .cycle, case .number = value else { return nil }
    return value.canonical
  }

  private static func twice(_ one: String, _ other: String) -> Phrase {
    Phrase(
      en: "The keys \(one) and \(other) mean the same.", ja: "キー \(one) と \(other) は同じ意味です。")
  }

  private static func notText(_ key: String) -> Phrase {
    Phrase(en: "\(key) is no text.", ja: "\(key) が文字列ではありません。")
  }
}
