import Presentation

/// Markup in which nothing but what is written here has a meaning: a text that is set into it is
/// escaped, scalar by scalar, and only other markup stays as it is.
///
///     let line: HTML = "<p class=\"lead\">\(cycle.title)</p>"
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var markup: String

  package init(stringLiteral value: String) { markup = value }
  package init(stringInterpolation pieces: Pieces) { markup = pieces.markup }

  /// Markup that was made elsewhere of this house, such as a chart.
  init(made markup: String) { self.markup = markup }

  package struct Pieces: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }
    package mutating func appendInterpolation(_ text: String) { markup += XMLText.escape(text) }
    package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    package mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { markup += part.markup }
    }
    /// What has a text of its own: an id, a day, an account.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      markup += XMLText.escape(value.description)
    }
    /// Nothing for nil.
    package mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
  }

  static let none: HTML = ""

  var isEmpty: Bool { markup.isEmpty }

  static func + (left: HTML, right: HTML) -> HTML { HTML(made: left.markup + right.markup) }
  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
}

extension [HTML] {
  func joined(_ separator: HTML) -> HTML {
    HTML(made: map(\.markup).joined(separator: separator.markup))
  }

  /// Without those that are empty.
  var present: [HTML] { filter { !$0.isEmpty } }
}
