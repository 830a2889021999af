import OperatingSystem
import Postgres

/// Programs that a page of the documentation shows, as they stand there.
enum DocumentedScripts {
  /// - Parameter page: its path in the repository.
  static func python(in page: String) throws -> [String] {
    let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")!.lowerBound)
    return try TextFile.read("\(root)/\(page)").split(separator: "```python\n").dropFirst().map {
      String($0.prefix(upTo: $0.firstRange(of: "```")?.lowerBound ?? $0.endIndex))
    }
  }
}
