import Domain
import Foundation
import Testing

/// The texts' tests go through examples; here, that there is one of each case.
@Suite("Examples of refusals")
struct ExampleCompletenessTests {
  static let all: [(file: String, examples: [any RefusalReason])] = [
    ("Organization/OrganizationRefusal", OrganizationRefusal.examples),
    ("Strategy/StrategyRefusal", StrategyRefusal.examples), ("KPI/KPIRefusal", KPIRefusal.examples),
    ("Cycle/CycleRefusal", CycleRefusal.examples), ("Issue/IssueRefusal", IssueRefusal.examples),
    ("Lesson/LessonRefusal", LessonRefusal.examples),
    ("Lesson/AdoptionRefusal", AdoptionRefusal.examples),
    ("Design/DesignRefusal", DesignRefusal.examples),
    ("Review/ReviewRefusal", ReviewRefusal.examples),
  ]

  @Test("Every case that the domain declares has its example", arguments: all)
  func complete(file: String, examples: [any RefusalReason]) throws {
    let declared = try cases(of: file)
    let shown = Set(examples.map { "\($0)".prefix { $0 != "(" }.split(separator: ".").last! })
    #expect(declared.count > 3)
    #expect(declared.subtracting(shown).isEmpty, "no example of \(declared.subtracting(shown))")
  }

  /// The names after `case` in the first declaration of a file of the domain.
  private func cases(of file: String) throws -> Set<Substring> {
    let root = #filePath.components(separatedBy: "/Tests/")[0]
    let text = try String(contentsOfFile: "\(root)/Sources/Domain/\(file).swift", encoding: .utf8)
    let declaration = text.components(separatedBy: "\n}\n")[0]
    return Set(
      declaration.split(separator: "\n").filter { $0.hasPrefix("  case ") }
        .map { $0.dropFirst("  case ".count).prefix { $0.isLetter || $0.isNumber } })
  }
}
