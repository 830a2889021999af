import Bilingual
import CanonicalJSON
import Tables

/// One line of a file of actions: its texts by their place, or why it can't be read.
struct ActionRecord {
  /// Line of the file on which it starts, from 1.
  let line: Int
  /// By `ActionColumn`; nil and empty are the same but for the text.
  private(set) var fields: [String?]
  /// Why the line can't be read.
  let fault: ActionLineFault?

  init(line: Int, fields: [String?]) {
    self.line = line
    self.fields = fields
    fault = nil
  }

  init(line: Int, fault: ActionLineFault) {
    self.line = line
    self.fault = fault
    fields = []
  }

  /// The text at the place; nil when it is absent or empty.
  subscript(place: ActionColumn) -> String? {
    guard let field = fields[place.rawValue], !field.isEmpty else { return nil }
    return field
  }

  /// Whether the place is there and says nothing.
  func isEmpty(_ place: ActionColumn) -> Bool { fields[place.rawValue] == "" }

  /// What was done, empty when absent.
  var text: String { fields[ActionColumn.text.rawValue] ?? "" }

  /// A bare number of a column that is in hours, made to say so.
  fileprivate static func duration(_ text: String, in unit: HeaderUnit.Base?) -> String {
    let number = text.halfWidth.filter { !$0.isWhitespace }
    let isBare =
      number.contains { $0.isNumber } && number.utf8.allSatisfy("0123456789.".utf8.contains)
    return unit == .hour && isBare ? number + "h" : text
  }
}

/// What a file of actions has columns, or keys, for.
package enum ActionColumn: Int, ColumnKey {
  case department, occurredAt, actor, text, minutes, cycle, link

  /// As a file's header names it at best.
  package var name: String {
    switch self {
    case .department: "department"
    case .occurredAt: "occurred_at"
    case .actor: "actor"
    case .text: "text"
    case .minutes: "minutes"
    case .cycle: "cycle"
    case .link: "link"
    }
  }

  /// The unit that a column of durations has in its name; nil where it names none.
  static func unit(ofDuration name: String) throws(ActionFileFault) -> HeaderUnit.Base? {
    guard let written = ColumnName.unit(ofHeader: name), let unit = HeaderUnit(written) else {
      return nil
    }
    guard unit.scale == 1, unit.base == .hour || unit.base == .minute else {
      throw .otherUnit(column: name, unit: written)
    }
    return unit.base
  }

  /// What people call it, folded; the first is ours.
  package var names: [String] {
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
struct ActionColumns {
  private let names: [String]
  private let places: [ActionColumn?]
  /// Of the column of durations.
  private let unit: HeaderUnit.Base?

  /// - Throws: for a header without a text or a time, or that names a place twice.
  init(header row: TableRow, _ form: TableReader.Form) throws(ActionFileFault) {
    switch row {
    case .fault(let line, let fault): throw .badHeader(line: line, fault, form.encoding)
    case .record(_, let names): self.names = names
    }
    places = names.map { ActionColumn.named($0) }
    for needed in [ActionColumn.text, .occurredAt] where !places.contains(needed) {
      throw .missingColumn(needed, found: names)
    }
    let known = places.compactMap(\.self)
    if Set(known).count != known.count { throw .doubleColumn(found: names) }
    if let place = places.firstIndex(of: .minutes) {
      unit = try ActionColumn.unit(ofDuration: names[place])
    } else {
      unit = nil
    }
  }

  /// What was found, in the order of the file.
  func found(_ form: TableReader.Form) -> FoundColumns {
    FoundColumns(
      form: form, count: names.count,
      used: zip(names, places).compactMap { name, place in place.map { ($0.name, name) } },
      idle: zip(names, places).filter { $0.1 == nil && !$0.0.isEmpty }.map(\.0))
  }

  func record(_ row: TableRow, _ form: TableReader.Form) -> ActionRecord {
    switch row {
    case .fault(let line, let fault):
      return ActionRecord(line: line, fault: .row(fault, form.encoding))
    case .record(let line, let texts):
      var fields = [String?](repeating: nil, count: ActionColumn.allCases.count)
      for case (let place?, let text) in zip(places, texts) {
        fields[place.rawValue] = place == .minutes ? ActionRecord.duration(text, in: unit) : text
      }
      return ActionRecord(line: line, fields: fields)
    }
  }
}

extension ActionRecord {
  /// A line of NDJSON; nil for one with nothing in it.
  init?(_ line: TextLine) {
    switch line {
    case .fault(let number, let fault): self.init(line: number, fault: .line(fault))
    case .line(let number, let text):
      if text.allSatisfy(\.isWhitespace) { return nil }
      do { self.init(line: number, fields: try Self.fields(json: text)) } catch {
        self.init(line: number, fault: error)
      }
    }
  }

  private static func fields(json text: String) throws(ActionLineFault) -> [String?] {
    guard let object = try parsed(text).object else { throw .notObject }
    var fields = [String?](repeating: nil, count: ActionColumn.allCases.count)
    var keys: [ActionColumn: String] = [:]
    for member in object {
      guard let place = ActionColumn.named(member.key) else { continue }
      if let first = keys.updateValue(member.key, forKey: place) {
        throw .sameKey(first, member.key)
      }
      if member.value == .null { continue }
      guard var text = Self.text(member.value, place) else { throw .notText(key: member.key) }
      if place == .minutes { text = duration(text, in: try unit(of: member.key)) }
      fields[place.rawValue] = text
    }
    return fields
  }

  private static func parsed(_ text: String) throws(ActionLineFault) -> JSON {
    do { return try JSON(parsing: text) } catch { throw .json(error) }
  }

  private static func unit(of key: String) throws(ActionLineFault) -> HeaderUnit.Base? {
    do { return try ActionColumn.unit(ofDuration: key) } catch { throw .file(error) }
  }

  /// Minutes and a cycle's number may be numbers; everything else is a text.
  private static func text(_ value: JSON, _ place: ActionColumn) -> String? {
    if let text = value.string { return text }
    guard place == .minutes || place == .cycle, case .number = value else { return nil }
    return value.canonical
  }
}
