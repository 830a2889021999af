import Bilingual
package import Domain
import Tables

/// What a file of attendance has columns for.
private enum AttendanceColumn: ColumnKey {
  case session, account, from, to

  var names: [String] {
    switch self {
    case .session: ["session", "回", "セッション", "日数"]
    case .account: ["account", "アカウント", "ユーザー", "社員番号", "記録上の符号"]
    case .from: ["from", "開始", "入室", "受講開始"]
    case .to: ["to", "終了", "退室", "受講終了"]
    }
  }
}

/// A line of attendance that can't be read.
package struct AttendanceFault: Error {
  package let line: Int
  /// Nil for a row whose fields aren't a session, an account and two times.
  package let row: UnreadableRow?
}

/// One of the people on the papers, as a file beside the log names them.
package struct RosterEntry: Sendable, Equatable {
  package var account: Account
  package var name: String?
  /// Terms of employment: regular, part-time, fixed term.
  package var employment: String?
  /// Number of the insured.
  package var insured: String?

  package init(account: Account, name: String?, employment: String?, insured: String?) {
    self.account = account
    self.name = name
    self.employment = employment
    self.insured = insured
  }
}

package enum SubsidyFiles {
  /// When people took part, by every line of the file; the first that can't be read refuses all.
  /// - Throws: ``AttendanceFault``, `ColumnFault`, `TableFault`.
  package static func attendances(in file: TableFile) throws -> [TimedAttendance] {
    var columns: NamedColumns<AttendanceColumn>?
    var attendances: [TimedAttendance] = []
    try file.read { row, form in
      switch row {
      case .fault(let line, let fault):
        throw AttendanceFault(
          line: line, row: UnreadableRow(fault: fault, encoding: form.encoding))
      case .record(let line, let fields):
        guard let known = columns else {
          columns = try NamedColumns(header: fields, needing: AttendanceColumn.allCases)
          return
        }
        attendances.append(try attendance(line) { known.text($0, in: fields) })
      }
    }
    if columns == nil { throw ColumnFault.noHeader }
    return attendances
  }

  /// People whose names and terms of employment papers need; lines without an account are passed
  /// over.
  /// - Throws: `ColumnFault`, `TableFault`.
  package static func roster(in file: TableFile) throws -> [RosterEntry] {
    var columns: NamedColumns<RosterColumn>?
    var entries: [RosterEntry] = []
    try file.read { row, _ in
      guard case .record(_, let fields) = row else { return }
      guard let known = columns else {
        columns = try NamedColumns(header: fields, needing: [.account])
        return
      }
      guard let account = known.text(.account, in: fields).flatMap({ Account($0) }) else { return }
      entries.append(
        RosterEntry(
          account: account, name: known.text(.name, in: fields),
          employment: known.text(.employment, in: fields),
          insured: known.text(.insured, in: fields)))
    }
    if columns == nil { throw ColumnFault.noHeader }
    return entries
  }

  private static func attendance(
    _ line: Int, _ field: (AttendanceColumn) -> String?
  ) throws -> TimedAttendance {
    guard let session = field(.session).flatMap({ Int($0.halfWidth) }),
      let account = field(.account).flatMap({ Account($0.halfWidth) }),
      let from = clock(field(.from) ?? ""), let to = clock(field(.to) ?? ""), from < to
    else {
      throw AttendanceFault(line: line, row: nil)
    }
    return TimedAttendance(
      session: session, account: account, span: ClockSpan(from: from, to: to))
  }

  /// `9:40`, `9:40:00`, or a part of a day as spreadsheets keep times (0.4027…).
  private static func clock(_ text: String) -> ClockTime? {
    let typed = text.halfWidth
    if let time = ClockTime(typed) { return time }
    if let number = Double(typed), (0...1).contains(number) {
      return ClockTime(minutes: Int((number * 1440).rounded()))
    }
    let parts = typed.split { ": T".contains($0) }
    guard parts.count >= 3 else { return nil }
    return ClockTime("\(parts[parts.count - 3]):\(parts[parts.count - 2])")
  }
}

private enum RosterColumn: ColumnKey {
  case account, name, employment, insured

  var names: [String] {
    switch self {
    case .account: ["account", "アカウント", "ユーザー", "社員番号", "記録上の符号"]
    case .name: ["name", "氏名", "名前"]
    case .employment: ["employment", "雇用形態", "雇用区分"]
    case .insured: ["insured", "被保険者番号", "雇用保険被保険者番号"]
    }
  }
}
