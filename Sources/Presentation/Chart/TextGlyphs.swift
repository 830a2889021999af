import Terminal

/// The characters a chart is drawn with, each one cell wide.
struct TextGlyphs {
  let center: Character
  let limit: Character
  let trialLimit: Character
  let target: Character
  let boundary: Character
  let gap: Character
  let vertical: Character
  let horizontal: Character
  let valueTick: Character
  let dateTick: Character
  let corner: Character
  private let looks: [PointLook: Character]

  func look(_ look: PointLook) -> Character { looks[look] ?? "?" }

  /// Lines and shapes are of ambiguous width: a terminal that draws them wide gets ASCII instead.
  init(_ ambiguous: AmbiguousWidth) { self = ambiguous == .narrow ? .drawn : .ascii }

  private static let drawn = TextGlyphs(
    "─╌·═┊≈│─┤┬└",
    looks: [
      .plain: "○", .improvement: "●", .concern: "◆", .change: "■", .conflict: "▲", .excluded: "×",
    ])

  private static let ascii = TextGlyphs(
    "-~.=:/|-+++",
    looks: [
      .plain: "o", .improvement: "*", .concern: "!", .change: "#", .conflict: "@", .excluded: "x",
    ])

  private init(_ characters: String, looks: [PointLook: Character]) {
    let each = Array(characters)
    (center, limit, trialLimit, target) = (each[0], each[1], each[2], each[3])
    (boundary, gap, vertical, horizontal) = (each[4], each[5], each[6], each[7])
    (valueTick, dateTick, corner) = (each[8], each[9], each[10])
    self.looks = looks
  }
}

extension PointLook {
  /// Color only repeats the shape.
  var role: StyleRole? {
    switch self {
    case .plain, .excluded: nil
    case .improvement: .good
    case .concern: .bad
    case .change, .conflict: .warn
    }
  }
}
