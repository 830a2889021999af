import Glibc
import Testing

@testable import Domain

/// The right that each event type needs, as the schema states it.
enum StatedRights {
  static let needs: [String: Right] = {
    var found: [String: Right] = [:]
    var right: Right?
    for line in schema.split(separator: "\n").drop(while: {
      !$0.contains("WITH stated (needs, types)")
    })
    .prefix(while: { !$0.contains("SELECT t.type, s.needs") }) {
      let quoted = line.split(separator: "'", omittingEmptySubsequences: false)
      for (place, text) in quoted.enumerated() where place % 2 == 1 {
        if let named = Right(rawValue: String(text)) {
          right = named
        } else if let right {
          for type in text.split(separator: " ") { found[String(type)] = right }
        }
      }
    }
    return found
  }()

  private static var schema: String {
    let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")!.lowerBound)
    guard let file = fopen("\(root)/schema/functions/07_access.sql", "r") else { return "" }
    defer { fclose(file) }
    var text = ""
    var buffer = [CChar](repeating: 0, count: 4_096)
    while fgets(&buffer, 4_096, file) != nil {
      text += String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return text
  }
}

@Suite("Rights of commands")
struct StatedRightsTests {
  @Test("Every event type of the domain needs a right that the domain knows")
  func complete() {
    #expect(StatedRights.needs.count > 60)
    for type in Subject.allCases.flatMap(\.types) {
      #expect(StatedRights.needs[type] != nil, "\(type)")
    }
  }
}
