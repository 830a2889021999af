/// Why a text was refused.
package enum TextRefusal: Error, Sendable, Equatable {
  case empty(TextField)
  /// `limit` and `length` in Unicode scalars.
  case tooLong(TextField, length: Int, limit: Int)
  /// `scalar` is the first control character found, at the given scalar offset.
  case controlCharacter(TextField, scalar: UInt32, offset: Int)
  /// The mark of a text that was damaged before it came here (U+FFFD), at the given scalar offset.
  case replacementCharacter(TextField, offset: Int)
}

/// The texts that people write, by the place where they write them.
package enum TextField: String, Sendable, CaseIterable {
  case name, title, problem, change, reason, why, action, link, evidence, note, unit
  case statement, policy, profile, conditions, suggestion, rationale, decision, issue, obstacle
  case practice, cause, item, hypothesis, addendum
  case task, byAI, byPeople, effort, risk, dataHandled, firstStep, basis
}

extension TextField {
  /// The longest text accepted, in Unicode scalars.
  package var limit: Int {
    switch self {
    case .name, .unit: 100
    case .title, .item: 200
    case .link: 2_000
    case .action, .note, .evidence, .basis, .reason, .why: 10_000
    default: 4_000
    }
  }

  /// Tabs and line breaks are kept where people write prose.
  var allowsTabsAndBreaks: Bool { limit >= 4_000 }
}

extension RefusalReason {
  /// Refuses the first text that is empty, too long or holds control characters;
  /// nil is a text not given.
  package static func check(_ texts: (String?, TextField)...) throws(Self) {
    for case (let text?, let field) in texts {
      if let refusal = field.refusal(of: text) { throw .text(refusal) }
    }
  }
}

extension TextField {
  func refusal(of text: String) -> TextRefusal? {
    if text.allSatisfy(\.isWhitespace) { return .empty(self) }
    var length = 0
    for scalar in text.unicodeScalars {
      if isRefusedControl(scalar, in: self) {
        return .controlCharacter(self, scalar: scalar.value, offset: length)
      }
      if scalar == "\u{FFFD}" { return .replacementCharacter(self, offset: length) }
      length += 1
    }
    return length > limit ? .tooLong(self, length: length, limit: limit) : nil
  }
}

/// Unicode's control characters (general category Cc) are U+0000…U+001F and U+007F…U+009F for good.
private func isRefusedControl(_ scalar: Unicode.Scalar, in field: TextField) -> Bool {
  guard scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) else { return false }
  let harmless: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
  return !(field.allowsTabsAndBreaks && harmless.contains(scalar))
}
