package import Domain
import Tables

/// A choice that files name in words.
package protocol FileTerm: CaseIterable, RawRepresentable where RawValue == String {
  /// What people write for it, in both languages, ours first.
  var written: [String] { get }
}

extension FileTerm {
  /// The choice that a text names; refused where there is none.
  static func read(_ text: String, _ column: String) throws(FileTermFault) -> Self {
    let folded = ColumnName.folded(text)
    let found = allCases.first { term in
      ([term.rawValue] + term.written).contains { ColumnName.folded($0) == folded }
    }
    guard let found, !folded.isEmpty else {
      throw FileTermFault(
        column: column, text: text,
        choices: allCases.map { ($0.rawValue, $0.written[0]) })
    }
    return found
  }

  /// The choice that a field names, or the usual one where it names none.
  static func read(_ text: String?, _ column: String, usually usual: Self) throws -> Self {
    try text.map { try read($0, column) } ?? usual
  }
}

/// A field that names none of the choices.
package struct FileTermFault: Error {
  package let column: String
  package let text: String
  /// Ours, and what people write for it in Japanese.
  package let choices: [(term: String, written: String)]
}

extension Layer: FileTerm {
  package var written: [String] {
    switch self {
    case .executive: ["経営層", "役員", "経営"]
    case .promoter: ["推進役", "推進", "推進者", "推進担当"]
    case .field: ["現場", "一般", "担当"]
    }
  }
}

extension Role: FileTerm {
  package var written: [String] {
    switch self {
    case .administrator: ["管理者", "admin"]
    case .reviewer: ["レビュー担当", "レビュー"]
    case .trainer: ["研修担当", "研修"]
    case .auditor: ["監査担当", "監査"]
    }
  }
}

extension Direction: FileTerm {
  package var written: [String] {
    switch self {
    case .up: ["高いほど良い", "higher is better", "higher", "上", "高い", "増", "増やす", "上げる", "↑"]
    case .down: ["低いほど良い", "lower is better", "lower", "下", "低い", "減", "減らす", "下げる", "↓"]
    case .neutral: ["維持する", "to be held", "維持", "→"]
    }
  }
}

extension Cadence: FileTerm {
  package var written: [String] {
    switch self {
    case .daily: ["日次", "毎日", "day", "日"]
    case .weekly: ["週次", "毎週", "week", "週"]
    case .monthly: ["月次", "毎月", "month", "月"]
    }
  }
}

extension KPIKind: FileTerm {
  package var written: [String] {
    switch self {
    case .outcome: ["成果", "経営成果"]
    case .activity: ["活動量", "活動"]
    }
  }
}

extension Measure: FileTerm {
  package var written: [String] {
    switch self {
    case .value: ["測定値", "値", "measured value"]
    case .count: ["件数", "数"]
    case .proportion: ["割合", "率", "比率", "rate"]
    }
  }
}

/// Yes or no in a file.
enum FileAnswer: String, FileTerm {
  case yes, no

  var written: [String] {
    switch self {
    case .yes: ["はい", "y", "true", "1", "有", "あり", "要", "する"]
    case .no: ["いいえ", "n", "false", "0", "無", "なし", "不要", "しない"]
    }
  }

  /// - Parameter usual: where the field says nothing.
  static func isYes(_ text: String?, _ column: String, usually usual: Bool) throws -> Bool {
    switch text {
    case nil: usual
    // Signs, which names are compared without.
    case "○", "〇", "◯", "✓", "✔": true
    case "×", "✕", "✗", "-", "－", "ー", "–": false
    case let written?: try read(written, column) == .yes
    }
  }
}
