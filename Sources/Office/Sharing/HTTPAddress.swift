/// An `http` or `https` address, taken apart far enough to say who is behind it.
package struct HTTPAddress: Sendable, Equatable {
  package let scheme: String
  /// A name or an address; an IPv6 one without its brackets.
  package let host: String
  package let port: Int

  /// Host and port as written.
  package let authority: String
  package let hasUserInfo: Bool

  package init?(_ text: String) {
    guard let end = text.firstRange(of: "://") else { return nil }
    scheme = text[..<end.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http", text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
      !text.contains(where: { "\"<>\\^`{}|".contains($0) })
    else { return nil }
    let rest = text[end.upperBound...].prefix { !"/?#".contains($0) }
    let at = rest.lastIndex(of: "@")
    hasUserInfo = at != nil
    let place = at.map { rest[rest.index(after: $0)...] } ?? rest
    authority = String(place)
    let usual = scheme == "https" ? 443 : 80
    guard let (host, port) = Self.split(place, usual) else { return nil }
    (self.host, self.port) = (host, port)
  }

  private static func split(_ place: Substring, _ usual: Int) -> (String, Int)? {
    if place.first == "[" {
      guard let close = place.firstIndex(of: "]") else { return nil }
      let host = place[place.index(after: place.startIndex)..<close]
      return port(place[place.index(after: close)...], usual).map { (String(host), $0) }
    }
    let host = place.prefix { $0 != ":" }
    guard !host.isEmpty else { return nil }
    return port(place[host.endIndex...], usual).map { (host.lowercased(), $0) }
  }

  /// `:8443`, or nothing.
  private static func port(_ text: Substring, _ usual: Int) -> Int? {
    if text.isEmpty { return usual }
    guard text.first == ":", let port = Int(text.dropFirst()), (1...65_535).contains(port) else {
      return nil
    }
    return port
  }
}
