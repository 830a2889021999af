import Domain
import Foundation
import Testing

/// The texts' tests go through examples; here, that there is one of each case.
@Suite("Examples of refusals")
struct ExampleCompletenessTests {
  static let all: [(name: String, examples: [any RefusalReason])] = [
    ("OrganizationRefusal", OrganizationRefusal.examples),
    ("StrategyRefusal", StrategyRefusal.examples), ("KPIRefusal", KPIRefusal.examples),
    ("CycleRefusal", CycleRefusal.examples), ("IssueRefusal", IssueRefusal.examples),
    ("LessonRefusal", LessonRefusal.examples),
    ("AdoptionRefusal", AdoptionRefusal.examples),
    ("DesignRefusal", DesignRefusal.examples),
    ("ReviewRefusal", ReviewRefusal.examples), ("ConceptRefusal", ConceptRefusal.examples),
    ("SubsidyRefusal", SubsidyRefusal.examples), ("WorthRefusal", WorthRefusal.examples),
  ]

  @Test("Every kind of refusal that the domain declares is among them")
  func kinds() throws {
    let declared = try domain().flatMap { text in
      text.split(separator: "\n").filter { $0.hasSuffix(": RefusalReason {") }
        .map { $0.dropFirst("package enum ".count).prefix { $0.isLetter } }
    }
    #expect(declared.count > 10)
    #expect(Set(declared.map(String.init)) == Set(Self.all.map(\.name)))
  }

  @Test("Every case that the domain declares has its example", arguments: all)
  func complete(name: String, examples: [any RefusalReason]) throws {
    let declared = try cases(of: name)
    let shown = Set(examples.map { "\($0)".prefix { $0 != "(" }.split(separator: ".").last! })
    #expect(declared.count > 3)
    #expect(declared.subtracting(shown).isEmpty, "no example of \(declared.subtracting(shown))")
  }

  private func domain() throws -> [String] {
    let domain = #filePath.components(separatedBy: "/Tests/")[0] + "/Sources/Domain"
    return try FileManager.default.contentsOfDirectory(atPath: domain)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: "\(domain)/\($0)", encoding: .utf8) }
  }

  /// The names after `case` in the declaration, wherever it stands in the domain.
  private func cases(of name: String) throws -> Set<Substring> {
    let texts = try domain()
    let beginning = "package enum \(name): RefusalReason {\n"
    let declaration = try #require(
      texts.compactMap { text in
        text.range(of: beginning).map { text[$0.upperBound...].components(separatedBy: "\n}\n")[0] }
      }.first)
    return Set(
      declaration.split(separator: "\n").filter { $0.hasPrefix("  case ") }
        .map { $0.dropFirst("  case ".count).prefix { $0.isLetter || $0.isNumber } })
  }
}
