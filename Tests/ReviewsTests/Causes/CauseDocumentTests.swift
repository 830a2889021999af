import Bilingual
import OperatingSystem
import Postgres
import Testing

@testable import Domain
@testable import Presentation
@testable import Reviews

@Suite("docs/causes.md")
struct CauseDocumentTests {
  @Test("computes its example as the program does")
  func example() throws {
    let document = try DocumentFile.text("causes.md")
    let causes = CauseExamples.ranking().causes(of: CauseExamples.onset())
    let rows = causes.enumerated().map { place, cause in
      let score = cause.score
      let numbers = [
        score.nearness, score.scope, score.acceptance, score.precedent, score.total,
      ].map { cause.text($0) }
      return "| \(place + 1) | \(cause.subject.en) | \(numbers.joined(separator: " | ")) |"
    }
    #expect(rows.count == 3)
    for row in rows { #expect(document.contains(row), "\(row)") }
  }

  @Test("lists the weights in force")
  func weights() throws {
    let document = try DocumentFile.text("causes.md")
    let cause = CauseExamples.ranking().causes(of: CauseExamples.onset())[0]
    for kind in CauseKind.allCases {
      #expect(
        document.contains("| `\(kind.rawValue)` | \(kind.words.en) | \(cause.text(kind.prior)) |"))
    }
    for scope in CauseScope.allCases {
      #expect(
        document.contains(
          "| `\(scope.rawValue)` | \(scope.words.en) | \(cause.text(scope.weight)) |"))
    }
    for cadence in Domain.Cadence.allCases {
      let days = (CauseWeights.halfDays(cadence), CauseWeights.lookBackDays(cadence))
      #expect(document.contains("| \(cadence.rawValue) | \(days.0) | \(days.1) |"))
    }
  }
}

/// A file of `docs/`.
enum DocumentFile {
  static func text(_ name: String, from file: String = #filePath) throws -> String {
    let root = file.split(separator: "/").dropLast(4).joined(separator: "/")
    return try TextFile.read("/\(root)/docs/\(name)")
  }
}
