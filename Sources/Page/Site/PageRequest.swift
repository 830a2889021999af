import Bilingual

/// A request, whatever server it came through.
package struct PageRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  var method: Method
  /// Without the query.
  var path: String
  var query: PageQuery
  /// By their names in lower case; values of a name that came more than once are all there.
  var headers: [String: [String]]
  /// Of a form that was sent.
  var form = PageQuery()
  /// Where the other end is, for the log and for limits; nil on a Unix socket.
  var remote: String?

  package init(
    _ method: Method, _ target: String, headers: [String: [String]] = [:], form: String = "",
    remote: String? = nil
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = String(parts[0])
    query = PageQuery(parts.count > 1 ? String(parts[1]) : "")
    self.headers = headers
    self.form = PageQuery(form)
    self.remote = remote
  }

  /// The header's value where it came once.
  func header(_ name: String) -> String? {
    guard let values = headers[name], values.count == 1 else { return nil }
    return values[0]
  }

  /// The first cookie of the name.
  func cookie(_ name: String) -> String? {
    for header in headers["cookie"] ?? [] {
      for pair in header.split(separator: ";") {
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0] == name { return String(parts[1]) }
      }
    }
    return nil
  }

  /// Parts of the path, and whether JSON is asked for: by `.json` at its end, or as what is accepted.
  var place: (parts: [String], isJSON: Bool)? {
    guard path.hasPrefix("/") else { return nil }
    var parts: [String] = []
    for part in path.split(separator: "/") {
      guard let decoded = Percent.decoded(part.replacing("+", with: "%2B")) else { return nil }
      parts.append(decoded)
    }
    let accepted = headers["accept"]?.joined(separator: ",") ?? ""
    var isJSON = accepted.contains("application/json") && !accepted.contains("text/html")
    if let last = parts.last, last.hasSuffix(".json") {
      isJSON = true
      parts[parts.count - 1] = String(last.dropLast(5))
      if parts == ["index"] { parts = [] }
    }
    return (parts, isJSON)
  }

  /// The language named in the address, else by the cookie, else the first one that is accepted.
  func language(usually usual: Language) -> Language {
    if let named = query["lang"].flatMap(Language.init(rawValue:)) { return named }
    if let kept = cookie(Self.languageCookie).flatMap(Language.init(rawValue:)) { return kept }
    guard let accepted = header("accept-language") else { return usual }
    for wish in accepted.lowercased().split(separator: ",") {
      let tag = wish.drop { $0 == " " }.prefix(2)
      if let language = Language(rawValue: String(tag)) { return language }
    }
    return usual
  }

  static let languageCookie = "lang"
}
