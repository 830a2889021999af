/// A function as the SQL files make it: what a database is held against.
package struct SchemaFunction: Sendable, Hashable {
  /// With its schema: `log.append`.
  package let name: String
  /// What stands between its dollar quotes, as `pg_proc.prosrc` keeps it.
  package let body: String
  /// Whether it runs with its owner's rights.
  package let isDefiner: Bool
  /// Settings that it makes, as `pg_proc.proconfig` keeps them, sorted: `search_path=log, pg_temp`.
  package let settings: [String]

  package init(name: String, body: String, isDefiner: Bool, settings: [String]) {
    self.name = name
    self.body = body
    self.isDefiner = isDefiner
    self.settings = settings.sorted()
  }
}

extension Schema {
  /// Every function that the definitions make, in their order.
  package static let functions = definitions.flatMap { SchemaFunction.all(in: $0.sql) }
}

extension SchemaFunction {
  private static let beginning = "CREATE OR REPLACE FUNCTION "
  private static let quote = "$$"

  /// The functions that a file makes. Each is written `CREATE OR REPLACE FUNCTION name(…) … AS $$ … $$`.
  package static func all(in sql: String) -> [SchemaFunction] {
    sql.pieces(by: beginning).dropFirst().compactMap(SchemaFunction.init(text:))
  }

  private init?(text: Substring) {
    let parts = text.pieces(by: Self.quote)
    guard parts.count >= 3, let parenthesis = text.firstIndex(of: "(") else { return nil }
    let head = parts[0]
    self.init(
      name: String(text[..<parenthesis]), body: String(parts[1]),
      isDefiner: head.pieces(by: "SECURITY DEFINER").count > 1,
      settings: head.pieces(by: " SET ").dropFirst().map(Self.setting))
  }

  /// `search_path = log, pg_temp` as the catalog keeps it, without what follows on other lines.
  private static func setting(_ text: Substring) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[0]
    let pieces = line.pieces(by: " = ")
    return pieces.map { $0.trimmed }.joined(separator: "=")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What stands between the separators.
  fileprivate func pieces(by separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(separator) {
        pieces.append(self[start..<place])
        place = index(place, offsetBy: separator.count)
        start = place
      } else {
        formIndex(after: &place)
      }
    }
    return pieces + [self[start...]]
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
