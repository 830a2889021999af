/// Who sent a mail, as the machine's own mail server found it.
package enum MailSender {
  /// Why nobody is believed to have sent it.
  package enum Doubt: Error, Equatable, Sendable {
    /// No sender, or several.
    case unclear
    /// The mail server says nothing of it, or another one does.
    case unverified
    /// The mail server says that it isn't from there.
    case refused
  }

  /// The address that a mail is from, in lower case, when the mail server vouches for its domain: the topmost
  /// `Authentication-Results` (RFC 8601) is that server's, and says of the domain in `From` that DMARC holds,
  /// or that a DKIM signature of that very domain does.
  /// - Parameter server: as the mail server calls itself there.
  package static func verified(
    of mail: MailMessage, by server: String
  ) throws(Doubt) -> String {
    guard let from = mail.value("from"), let address = address(in: from),
      let at = address.lastIndex(of: "@")
    else { throw .unclear }
    let domain = String(address[address.index(after: at)...])
    // Below the topmost anybody may have written another.
    guard let results = mail.values("authentication-results").first else { throw .unverified }
    let parts = HeaderValue.parts(results, at: ";").map(HeaderValue.trimmed)
    let name = parts.first?.split(separator: " ").first.map { $0.lowercased() }
    guard name == server.lowercased() else { throw .unverified }
    let methods = parts.dropFirst().map(Method.init)
    if methods.contains(where: { $0.vouches(for: domain) }) { return address }
    throw methods.contains { $0.isOfDomain } ? .refused : .unverified
  }

  /// `Sato <sato@example.com>` or `sato@example.com`; nil for several and for what is none.
  static func address(in text: String) -> String? {
    let all = HeaderValue.parts(text, at: ",")
    guard all.count == 1 else { return nil }
    let one = HeaderValue.trimmed(all[0])
    var address = one
    if let open = one.lastIndex(of: "<") {
      guard one.last == ">", open == one.firstIndex(of: "<") else { return nil }
      address = String(one[one.index(after: open)...].dropLast())
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      address.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !"<>(),;:\"\\[]".utf8.contains($0) })
    else { return nil }
    return address.lowercased()
  }

  /// `dkim=pass header.d=example.com`
  private struct Method {
    let name: String
    let result: String
    let properties: [String: String]

    init(_ text: String) {
      var pairs = text.split(separator: " ").map { word -> (String, String) in
        let parts = word.split(separator: "=", maxSplits: 1)
        return (parts[0].lowercased(), parts.count > 1 ? parts[1].lowercased() : "")
      }
      (name, result) = pairs.isEmpty ? ("", "") : pairs.removeFirst()
      properties = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    var isOfDomain: Bool { name == "dmarc" || name == "dkim" }

    func vouches(for domain: String) -> Bool {
      guard result == "pass" else { return false }
      switch name {
      case "dmarc": return properties["header.from"] == domain
      case "dkim": return properties["header.d"] == domain
      default: return false
      }
    }
  }
}
