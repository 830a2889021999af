import OperatingSystem

/// libpq's text about a failed attempt to connect, in its verbose form.
struct ConnectionFailure {
  let text: String

  var error: PostgresError {
    guard let state = sqlState else {
      return .connectionFailed(message: trimmed(text), sqlState: nil)
    }
    let sorted = PostgresError(
      ServerError(sqlState: state, severity: "FATAL", message: message(without: state)))
    guard case .server(let error) = sorted else { return sorted }
    return .connectionFailed(message: error.message, sqlState: state)
  }

  /// The code in `FATAL:  53300: sorry, …`, where the first word may be in any language.
  private var sqlState: SQLState? {
    for part in text.split(separator: " ", omittingEmptySubsequences: true) {
      guard part.utf8.count == 6, part.hasSuffix(":") else { continue }
      let code = part.dropLast()
      let isCode = code.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
      if isCode, code.contains(where: \.isNumber) { return SQLState(String(code)) }
    }
    return nil
  }

  /// Without the code and the verbose form's line about the server's source.
  private func message(without state: SQLState) -> String {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("LOCATION:") }
    return lines.joined(separator: "\n").replacing("\(state): ", with: "", maxReplacements: 1)
  }
}
