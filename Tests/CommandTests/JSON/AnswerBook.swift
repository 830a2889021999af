import CanonicalJSON
import OperatingSystem
import TestSupport
import Testing

/// The description of all answers in JSON, in docs.
enum AnswerSchema {
  static let folder =
    String(#filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")!.lowerBound)) + "/docs"

  static func load() throws -> JSONSchema {
    JSONSchema(try JSON(parsing: try TextFile.read("\(folder)/json.schema.json")))
  }
}

/// Answers of commands, by the command's name, each held against the schema as it comes.
final class AnswerBook {
  let schema: JSONSchema
  private(set) var answers: [(command: String, json: JSON)] = []

  init() throws { schema = try AnswerSchema.load() }

  var commands: Set<String> { Set(answers.map(\.command)) }

  /// Runs it with `--json`; what comes is one object as the schema says.
  @discardableResult
  func run(_ pdca: CommandLineRunner, _ words: [String]) throws -> CommandLineRunner.Run {
    let run = try pdca.run(words + ["--json", "--no-input"])
    take(words, run)
    return run
  }

  private func take(_ words: [String], _ run: CommandLineRunner.Run) {
    let line = "pdca \(words.joined(separator: " ")) --json"
    guard let name = name(of: words), let described = schema.command(name) else {
      Issue.record("\(line): not described")
      return
    }
    guard let json = try? JSON(parsing: String(run.output.dropLast())) else {
      Issue.record("\(line)\n\(run)")
      return
    }
    let fault = schema.fault(in: json, as: described)
    #expect(fault == nil, "\(line): \(fault ?? "")\n\(json.canonical)")
    answers.append((name, json))
  }

  /// The longest beginning that is a command's.
  private func name(of words: [String]) -> String? {
    let known = Set(schema.commands)
    return (1...3).reversed().lazy.map { words.prefix($0).joined(separator: " ") }
      .first { known.contains($0) }
  }
}
