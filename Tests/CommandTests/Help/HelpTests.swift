import TestSupport
import Testing

/// Every command's help, pinned word for word in `Help/*.txt`. After a change that is meant:
/// `make pins`.
@Suite("Help")
struct HelpTests {
  @Test("Every command's help is as pinned", arguments: ["en", "ja"])
  func pinned(_ language: String) async throws {
    try await withCommandLine { pdca throws in
      let help = try HelpBook(pdca.with("PDCA_LANG", language)).text
      #expect(try PinnedText(named: language).firstDifference(from: help) == nil)
    }
  }
}

/// The help of every command, found by reading each command's list of subcommands.
struct HelpBook {
  private(set) var text = ""

  init(_ pdca: CommandLineRunner) throws { try add([], pdca) }

  private mutating func add(_ path: [String], _ pdca: CommandLineRunner) throws {
    let run = try pdca.run(path + ["--help"])
    try #require(run.status == 0, "no help of pdca \(path.joined(separator: " "))")
    let help = run.output
    let name = (["pdca"] + path).joined(separator: " ")
    text += "━━ \(name)\n\(help)\n"
    for child in Self.subcommands(help) { try add(path + [child], pdca) }
  }

  private static func subcommands(_ help: String) -> [String] {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let list = lines.drop { $0 != "SUBCOMMANDS:" && $0 != "サブコマンド:" }.dropFirst()
    return list.prefix { !$0.isEmpty }.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(whereSeparator: { $0 == " " || $0 == "," }).first.map(String.init)
    }
  }
}
