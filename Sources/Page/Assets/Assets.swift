import Crypto

/// What pages fetch besides themselves; all of it is in the program.
struct Assets: Sendable {
  let name: String
  let type: String
  let text: String
  /// Names its contents, so that a browser may keep it for good.
  let path: String

  private init(_ name: String, _ suffix: String, type: String, _ text: String) {
    let digest = SHA256.hash(data: Array(text.utf8)).prefix(6).map { byte -> String in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
    self.name = name
    self.type = type
    self.text = text
    path = "/assets/\(name)-\(digest).\(suffix)"
  }

  static let style = Assets("page", "css", type: "text/css; charset=utf-8", PageStyle.sheet)
  static let script = Assets(
    "page", "js", type: "text/javascript; charset=utf-8", PageScript.text)
  static let icon = Assets(
    "icon", "svg", type: "image/svg+xml",
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" \
    fill="#17456b"/><path d="M16 6a10 10 0 1 1-9.4 6.6M6 6v7h7" fill="none" stroke="#fff" \
    stroke-width="3"/></svg>
    """)

  static func at(_ path: String) -> Assets? {
    [style, script, icon].first { $0.path == path }
  }
}
