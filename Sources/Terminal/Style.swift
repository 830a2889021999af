/// What `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}

/// What a piece of text is. Color only repeats what the words or the symbol already say.
package enum StyleRole: CaseIterable, Sendable {
  case good
  case bad
  case warn
  case dim
  case strong
  case id

  /// Stands before a text so that its meaning survives without color; empty where none is needed.
  package var symbol: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .warn: "!"
    case .dim, .strong, .id: ""
    }
  }

  /// Parameters of the SGR control sequence.
  var parameters: String {
    switch self {
    case .good: "32"
    case .bad: "31"
    case .warn: "33"
    case .dim: "2"
    case .strong: "1"
    case .id: "36"
    }
  }
}

/// Puts color on text, or leaves it plain.
package struct Style: Sendable, Equatable {
  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package static let plain = Style(isColored: false)

  /// `always` and `never` decide alone. For `auto`: a `NO_COLOR` that isn't empty forbids color, a
  /// `CLICOLOR_FORCE` other than empty or 0 demands it, else a terminal that isn't dumb has it.
  package init(choice: ColorChoice, isTerminal: Bool, environment: [String: String]) {
    switch choice {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = Self.wantsColor(isTerminal: isTerminal, environment)
    }
  }

  private static func wantsColor(isTerminal: Bool, _ environment: [String: String]) -> Bool {
    if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }

  /// The text in the look of its role. Pad and truncate before, not after.
  package func apply(_ role: StyleRole?, to text: String) -> String {
    guard isColored, let role, !text.isEmpty else { return text }
    return "\u{1B}[\(role.parameters)m\(text)\u{1B}[0m"
  }

  /// The text after its role's symbol, both in the role's look.
  package func marked(_ role: StyleRole, _ text: String) -> String {
    apply(role, to: role.symbol.isEmpty ? text : "\(role.symbol) \(text)")
  }
}
