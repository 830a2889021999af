import Foundation

/// Writes the files of a folder whose names end alike into one Swift file, so that the binary carries
/// them. Arguments: the folder, the ending, the Swift file to write.
@main
struct EmbedSchema {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(arguments[2]) }.sorted()
    let entries = try paths.map { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      precondition(!text.contains("\"\"\"##"), "\(path) holds the delimiter of a Swift literal")
      return "  (\"\(path)\", ##\"\"\"\n\(text)\n\"\"\"##),"
    }
    let source =
      "/// Path below the folder, text; sorted by path.\nlet embeddedFiles: [(path: String, text: String)] = [\n"
      + entries.joined(separator: "\n") + "\n]\n"
    try source.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  }
}
