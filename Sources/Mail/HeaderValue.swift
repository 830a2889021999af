/// A header's value with parameters, as `text/plain; charset="utf-8"` (RFC 2045).
struct HeaderValue: Sendable, Equatable {
  /// In lower case, without parameters.
  let name: String
  /// Names in lower case; of a name that comes twice the first counts.
  let parameters: [String: String]

  init(_ text: String) {
    let parts = Self.parts(text, at: ";")
    name = Self.trimmed(parts.first ?? "").lowercased()
    parameters = parts.dropFirst().reduce(into: [:]) { found, part in
      guard let equals = part.firstIndex(of: "=") else { return }
      let name = Self.trimmed(String(part[..<equals])).lowercased()
      let value = Self.unquoted(Self.trimmed(String(part[part.index(after: equals)...])))
      if found[name] == nil { found[name] = value }
    }
  }

  /// Parts between a mark that stands in no quotes and in no comment.
  static func parts(_ text: String, at mark: Character) -> [String] {
    var parts = [""]
    var (isQuoted, isEscaped, depth) = (false, false, 0)
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"", depth == 0 {
        isQuoted.toggle()
      } else if !isQuoted {
        if character == "(" { depth += 1 }
        if character == mark, depth == 0 {
          parts.append("")
          continue
        }
        if character == ")", depth > 0 {
          depth -= 1
          continue
        }
        if depth > 0 { continue }
      }
      if depth == 0 { parts[parts.count - 1].append(character) }
    }
    return parts
  }

  static func trimmed(_ text: String) -> String {
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var (plain, isEscaped) = ("", false)
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      plain.append(character)
      isEscaped = false
    }
    return plain
  }
}
