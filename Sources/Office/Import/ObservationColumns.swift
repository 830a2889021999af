import CivilTime
import Domain
import ReadModels
import Tables

/// Which column of a file of observations is which.
struct ObservationColumns {
  let period: Int
  let value: Int
  let denominator: Int?
  /// Columns that a line may have.
  let count: Int
  /// As the file names them; empty for a file without a header.
  private let names: [String]

  /// Of a file without a header.
  init() { (period, value, denominator, count, names) = (0, 1, 2, 3, []) }

  /// The columns that a file's first line names; nil for a line of data. A line whose first field
  /// is a period or a day, or whose value is one, is data, and so is a line that names nothing.
  /// - Throws: where the line names columns and doesn't say which of them the value, or a denominator, is: a
  ///   figure from a wrong column would be recorded for good.
  init?(
    header fields: [String], of kpi: KPIRow, today: LocalDate
  ) throws(ObservationHeaderFault) {
    let names = fields.map { ColumnName.folded($0) }
    let period = names.firstIndex { Words.periods.contains($0) } ?? 0
    let after = names.indices.filter { $0 != period && !names[$0].isEmpty }
    let own = [kpi.name, kpi.reference.code.rawValue].map { ColumnName.folded($0) }
    let said = after.filter { Words.values.contains(names[$0]) || own.contains(names[$0]) }
    let open = after.filter {
      !Words.denominators.contains(names[$0]) && !Words.isBeside(names[$0])
    }
    let likely = open.filter { Words.namesValue(names[$0]) }
    let found = said.first ?? (open.count == 1 ? open[0] : likely.count == 1 ? likely[0] : nil)
    let looked = found ?? likely.first ?? after.first ?? min(1, fields.count - 1)
    guard Self.isName(fields[period], today: today),
      !Words.placeholders.contains(fields[looked]), Read.isNumber(fields[looked]) == false,
      Words.namesPeriod(names[period]) || Words.namesValue(names[looked])
    else { return nil }
    if said.count > 1 { throw .twice(said.map { fields[$0] }) }
    guard let value = found else { throw .unclear(open.isEmpty ? fields : open.map { fields[$0] }) }
    let parts = after.filter { $0 != value && Words.denominators.contains(names[$0]) }
    if parts.count > 1 { throw .twice(parts.map { fields[$0] }) }
    let unsaid = open.filter { $0 != value }
    if kpi.measure != .value, parts.isEmpty, let other = unsaid.first {
      throw .maybeDenominator(fields[other])
    }
    self.period = period
    self.value = value
    denominator = parts.first
    count = max(fields.count, 2)
    self.names = fields
  }

  /// Whether a text is neither a day nor a period, nor something like one.
  private static func isName(_ text: String, today: LocalDate) -> Bool {
    !text.isEmpty && LocalDate.parse(text, today: today) == nil
      && !Words.relative.contains { text.hasPrefix($0) }
      && !Words.withoutYears(ColumnName.folded(text)).contains(where: \.isNumber)
  }

  /// What was found.
  /// - Parameter columns: of the line, where the file has no header.
  func found(_ form: TableReader.Form, columns: Int) -> FoundColumns {
    if names.isEmpty { return FoundColumns(form: form, count: columns, used: [], idle: []) }
    let taken =
      [("period", period), ("value", value)] + (denominator.map { [("denominator", $0)] } ?? [])
    let idle = names.indices.filter { place in
      !taken.contains { $0.1 == place } && !names[place].isEmpty
    }
    return FoundColumns(
      form: form, count: names.count, used: taken.map { ($0.0, names[$0.1]) },
      idle: idle.map { names[$0] })
  }

  /// An observation of a line's fields: a period, a value and perhaps a denominator, or `7/50`.
  func observation(
    _ fields: [String], _ cadence: Cadence, _ dates: DateReader, _ numbers: NumberReader
  ) throws -> Observation {
    guard fields.count > max(period, value), fields.count <= count else {
      let hasNoValue = fields.count > period && fields.count <= value
      throw hasNoValue ? ObservationLineFault.noValue : .fieldCount(fields.count)
    }
    do {
      let first = try Read.period(fields[period][...].trimmed, cadence, "period", dates)
      let (value, part) = try Read.measurement(fields[value][...].trimmed, "value", by: numbers)
      let third = denominator.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
      let text = third?[...].trimmed ?? ""
      let whole = text.isEmpty ? part : try Read.number(text, "denominator", by: numbers)
      return Observation(period: first, value: value, denominator: whole)
    } catch let fault as InputFault { throw ObservationLineFault.input(fault) }
  }
}

/// Why a file's header doesn't say what its values are.
package enum ObservationHeaderFault: Error {
  /// Names of columns that mean the same.
  case twice([String])
  /// Columns any of which may be the value.
  case unclear([String])
  /// Of a KPI that may have denominators.
  case maybeDenominator(String)
}

/// What the columns of such files are called, folded.
private enum Words {
  static let periods: Set = [
    "period", "week", "month", "date", "day", "isoweek", "yearmonth", "期間", "対象期間", "週", "月", "日",
    "日付", "年月", "年月日", "対象月", "対象週", "対象日", "時期",
  ]
  static let values: Set = [
    "value", "actual", "result", "observed", "値", "実績", "実績値", "実測値", "測定値", "数値",
  ]
  static let denominators: Set = [
    "denominator", "n", "base", "outof", "分母", "母数", "総数", "全数", "対象数", "対象件数",
  ]
  static let placeholders: Set = [
    "", "-", "–", "—", "ー", "n/a", "N/A", "na", "NA", "null", "なし", "未定", "不明", "?",
  ]
  static let relative = [
    "今日", "昨日", "明日", "本日", "今週", "先週", "来週", "前週", "翌週", "今月", "先月", "来月", "前月", "翌月", "今年", "昨年",
    "来年", "月末", "last ", "this ", "next ",
  ]
  private static let partsOfPeriods = [
    "period", "week", "month", "date", "day", "quarter", "year", "time", "期", "週", "月", "日", "年",
  ]
  private static let partsOfValues = [
    "value", "actual", "result", "amount", "count", "number", "total", "hour", "minute", "rate",
    "score", "sales", "cost", "ratio", "percent", "値", "実績", "実測", "件", "金額", "数", "額", "量", "時間",
    "率", "合計", "円", "分", "点", "売上", "割合",
  ]
  /// Parts of names of what stands beside a value: remarks, people and places, numbers that count or name,
  /// and values of other times or plans.
  private static let beside = [
    "remark", "note", "comment", "memo", "備考", "メモ", "コメント", "摘要", "注記", "注釈", "担当", "部門", "部署",
    "氏名",
    "person", "owner", "番号", "コード", "連番", "code", "店舗", "支店", "拠点", "前年", "昨年", "前月", "前週",
    "前期", "目標", "計画", "予算", "見込", "累計", "target", "plan", "budget", "forecast", "lastyear",
    "previous",
    "cumulative",
  ]
  private static let counters: Set = ["no", "id", "key", "行", "項番"]

  static func namesPeriod(_ name: String) -> Bool { partsOfPeriods.contains { name.contains($0) } }
  static func namesValue(_ name: String) -> Bool { partsOfValues.contains { name.contains($0) } }
  static func isBeside(_ name: String) -> Bool {
    counters.contains(name) || beside.contains { name.contains($0) }
  }

  /// Without fiscal years, halves and quarters, which a name may hold: `fy2026week` is `week`.
  static func withoutYears(_ name: String) -> String {
    var rest = name[...]
    var kept = ""
    while let first = rest.first {
      if let match = rest.prefixMatch(of: /(fy|年度)?[0-9]{4}年度?|fy[0-9]{2,4}|[hq][1-4]/) {
        rest = rest[match.range.upperBound...]
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
