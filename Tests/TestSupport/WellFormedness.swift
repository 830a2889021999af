/// Reads XML as strictly as it takes to find an unescaped text: tags nest, attributes are quoted and
/// come once, entities are known, and no character is forbidden.
package struct WellFormedness {
  /// How often each element occurs.
  package private(set) var elements: [String: Int] = [:]
  /// `element@attribute` of all there are.
  package private(set) var attributes: Set<String> = []
  /// Values of `id`, in order.
  package private(set) var ids: [String] = []
  /// Texts between tags, as they are written.
  package private(set) var texts: [String] = []
  private var open: [String] = []
  private var rest: Substring

  package struct Flaw: Error { package let text: String }

  package init(of document: String) throws {
    let allowed = document.unicodeScalars.allSatisfy {
      $0.value == 0x0A || $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE
    }
    guard allowed else { throw Flaw(text: "forbidden character") }
    let doctype = "<!DOCTYPE html>\n"
    rest = document.hasPrefix(doctype) ? document.dropFirst(doctype.count) : Substring(document)
    while !rest.isEmpty { try readNext() }
    guard open.isEmpty else { throw Flaw(text: "not closed: \(open)") }
  }

  private mutating func readNext() throws {
    guard rest.first == "<" else {
      let text = rest.prefix { $0 != "<" }
      rest = rest[text.endIndex...]
      try check(text)
      if text.contains(where: { !$0.isWhitespace }) { texts.append(String(text)) }
      return
    }
    guard let end = rest.firstIndex(of: ">") else { throw Flaw(text: "open tag") }
    let tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    try readTag(tag)
  }

  private mutating func readTag(_ tag: Substring) throws {
    if tag.first == "/" {
      guard open.popLast() == String(tag.dropFirst()) else { throw Flaw(text: "</\(tag)>") }
      return
    }
    let isEmpty = tag.last == "/"
    let name = String(tag.prefix { $0 != " " && $0 != "/" })
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw Flaw(text: "<\(tag)>")
    }
    try readAttributes(tag.dropFirst(name.count).dropLast(isEmpty ? 1 : 0), of: name)
    elements[name, default: 0] += 1
    if !isEmpty { open.append(name) }
  }

  private mutating func readAttributes(_ written: Substring, of element: String) throws {
    var rest = written.drop { $0 == " " }
    var names: Set<String> = []
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { throw Flaw(text: "\(written)") }
      let name = String(rest[..<equals])
      rest = rest[equals...].dropFirst()
      guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\""),
        names.insert(name).inserted, name.allSatisfy({ $0.isLetter || "-:".contains($0) })
      else { throw Flaw(text: "\(written)") }
      try check(rest.dropFirst()[..<close])
      attributes.insert("\(element)@\(name)")
      if name == "id" { ids.append(String(rest.dropFirst()[..<close])) }
      rest = rest[close...].dropFirst().drop { $0 == " " }
    }
  }

  private func check(_ text: Substring) throws {
    let parts = text.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      let known = ["amp;", "lt;", "gt;", "quot;", "#39;"].contains {
        part.starts(with: $0.unicodeScalars)
      }
      guard known else { throw Flaw(text: "&\(Substring(part.prefix(10)))") }
    }
  }
}
