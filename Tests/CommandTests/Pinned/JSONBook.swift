import CanonicalJSON
import CivilTime
import Testing

/// Commands with their answers in JSON, set over lines so that a difference is found in one.
struct JSONBook {
  private let pdca: CommandLineRunner
  private(set) var text = ""

  init(_ pdca: CommandLineRunner) { self.pdca = pdca }

  /// Runs the command. Its answer is one line of canonical JSON, an object.
  mutating func add(_ words: [String]) throws {
    let name = "pdca \(words.joined(separator: " ")) --json"
    let run = try pdca.run(words + ["--json"])
    guard let json = try? JSON(parsing: String(run.output.dropLast())) else {
      Issue.record("\(name)\n\(run)")
      return
    }
    #expect(json.canonical + "\n" == run.output && json.object != nil, "\(name)\n\(run)")
    #expect(run.errors.isEmpty, "\(name)\n\(run)")
    let status = run.status == 0 ? "" : ", status \(run.status)"
    text += "━━ \(name)\(status)\n" + Self.lines(json).joined(separator: "\n") + "\n\n"
  }

  private static func lines(_ json: JSON) -> [String] {
    switch json {
    case .null, .bool, .number: [json.canonical]
    case .string(let text): [JSON.string(masked(text)).canonical]
    case .array(let elements): block("[", elements.map(lines), "]")
    case .object(let object):
      block(
        "{",
        object.map { member in
          let value = lines(member.value)
          return [JSON.string(member.key).canonical + ": " + value[0]] + value.dropFirst()
        }, "}")
    }
  }

  private static func block(_ open: String, _ parts: [[String]], _ close: String) -> [String] {
    guard let last = parts.last else { return [open + close] }
    let others = parts.dropLast().flatMap { $0.dropLast() + [$0[$0.count - 1] + ","] }
    return [open] + (others + last).map { "  " + $0 } + [close]
  }

  /// What differs from run to run, by what it is.
  private static func masked(_ text: String) -> String {
    if let instant = Instant(rfc3339: text), instant > Instant(rfc3339: "2026-02-03T00:00:00Z")! {
      return "<recorded>"
    }
    let digits = text.filter { $0.isHexDigit && !$0.isUppercase }.count
    if text.count == 64, digits == 64 { return "<hash>" }
    if text.count == 44, text.hasSuffix("=") { return "<root>" }
    if text.count == 36, digits == 32, text.filter({ $0 == "-" }).count == 4 { return "<id>" }
    return text
  }
}
