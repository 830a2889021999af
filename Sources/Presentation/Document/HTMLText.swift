/// Elements of a page around plain text, which can't end them.
enum HTMLText {
  /// - Parameter attributes: written in the order of their names.
  static func element(
    _ name: String, _ attributes: [String: String] = [:], _ text: String
  ) -> String {
    let written = attributes.sorted { $0.key < $1.key }.map { key, value in
      " \(key)=\"\(XMLText.escape(value))\""
    }
    return "<\(name)\(written.joined())>\(XMLText.escape(text))</\(name)>"
  }

  static func element(_ name: String, _ text: String) -> String { element(name, [:], text) }

  /// - Parameter items: markup already.
  static func list(_ name: String, _ items: [String]) -> String {
    let lines = items.map { "<li>\($0)</li>" }
    return "<\(name)>\n\(lines.joined(separator: "\n"))\n</\(name)>"
  }
}
