import Glibc
import Postgres
import Testing

/// Every command's help, pinned word for word in `Help/*.txt`. After a change that is meant:
/// `make pins`.
@Suite("Help")
struct HelpTests {
  @Test("Every command's help is as pinned", arguments: ["en", "ja"])
  func pinned(_ language: String) async throws {
    try await withCommandLine { pdca throws in
      let help = try HelpBook(pdca.with("PDCA_LANG", language)).text
      let path = "\(Self.folder)/\(language).txt"
      if Target.processEnvironment()["PDCA_PIN"] != nil {
        let file = fopen(path, "w")
        fputs(help, file)
        fclose(file)
      }
      let pinned = try TextFile.readIfPresent(path) ?? ""
      #expect(HelpBook.firstDifference(help, pinned) == nil)
    }
  }

  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast().joined(separator: "/")
}

/// The help of every command, found by reading each command's list of subcommands.
struct HelpBook {
  private(set) var text = ""

  init(_ pdca: CommandLineRunner) throws { try add([], pdca) }

  private mutating func add(_ path: [String], _ pdca: CommandLineRunner) throws {
    let help = try pdca.run(path + ["--help"]).output
    let name = (["pdca"] + path).joined(separator: " ")
    text += "━━ \(name)\n\(help)\n"
    for child in Self.subcommands(help) { try add(path + [child], pdca) }
  }

  private static func subcommands(_ help: String) -> [String] {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let list = lines.drop { $0 != "SUBCOMMANDS:" && $0 != "サブコマンド:" }.dropFirst()
    return list.prefix { !$0.isEmpty }.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
  }

  /// The first line that differs, with the command that it belongs to.
  static func firstDifference(_ found: String, _ pinned: String) -> String? {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let pinned = pinned.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let place = found.indices.first(where: {
        !pinned.indices.contains($0) || found[$0] != pinned[$0]
      })
    else { return found.count == pinned.count ? nil : "pinned has more: \(pinned[found.count])" }
    let command = found[...place].last { $0.hasPrefix("━━") } ?? ""
    let other = pinned.indices.contains(place) ? pinned[place] : "nothing"
    return "\(command): \(found[place]) where \(other) is pinned"
  }
}
