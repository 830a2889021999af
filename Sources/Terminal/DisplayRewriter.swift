/// Reads the scalars of one text in turn and writes those that may be shown as they are.
struct DisplayRewriter {
  let newline: Unicode.Scalar
  private(set) var output = String.UnicodeScalarView()
  private var previous: Unicode.Scalar?
  private var marks = 0

  /// Combining marks kept on one base; more would paint over other lines.
  private static let markLimit = 8

  init(newline: Unicode.Scalar) { self.newline = newline }

  /// - Parameter belongs: whether the scalar is not seen and still stays.
  mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, belongs: Bool = false) {
    defer { previous = scalar }
    if belongs { return output.append(scalar) }
    if scalar.properties.isDisplayMark {
      return takeMark(scalar, next: next)
    }
    marks = 0
    if scalar == "\r", next == "\n" { return }
    if scalar == "\n" { return output.append(newline) }
    if mayShow(scalar, next: next) { output.append(scalar) } else { show(scalar) }
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    marks += 1
    guard marks <= Self.markLimit, mayShow(scalar, next: next) else { return show(scalar) }
    if output.isEmpty || output.last == "\n" { output.append("\u{25CC}") }
    output.append(scalar)
  }

  private func mayShow(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    case 0x200D: joins(previous, next)
    case 0xFE0E, 0xFE0F: selectsEmoji(previous, next)
    case 0xFE00...0xFE0D, 0xE0100...0xE01EF: previous?.properties.isIdeographic ?? false
    default: !hides(scalar.properties) && !isNoncharacter(scalar.value)
    }
  }

  /// Whether a zero-width joiner between the two is part of an emoji.
  private func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before, let after else { return false }
    return (isPictograph(before) || before.value == 0xFE0F && output.last == before)
      && isPictograph(after)
  }

  /// Whether a variation selector here picks the look of an emoji or builds a keycap.
  private func selectsEmoji(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    return isPictograph(before) || before.properties.isEmoji && after?.value == 0x20E3
  }

  private func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar.properties.isEmoji
  }

  private func hides(_ properties: Unicode.Scalar.Properties) -> Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  private func isNoncharacter(_ value: UInt32) -> Bool {
    value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x7F: output.append("\u{2421}")
    case 0..<0x20:
      if let picture = Unicode.Scalar(0x2400 + scalar.value) { output.append(picture) }
    default:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      output.append(contentsOf: "\\u{\(hex)}".unicodeScalars)
    }
  }
}

extension Unicode.Scalar.Properties {
  /// Whether the scalar is drawn onto the one before it.
  fileprivate var isDisplayMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
