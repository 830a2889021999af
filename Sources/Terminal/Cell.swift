/// A text with the role that colors it. The text is made safe when it is laid out.
package struct Cell: Sendable, Equatable, ExpressibleByStringLiteral {
  package let text: String
  package let role: StyleRole?

  package init(_ text: String, _ role: StyleRole? = nil) {
    self.text = DisplayText.line(text)
    self.role = role
  }

  package init(stringLiteral text: String) { self.init(text) }
}
