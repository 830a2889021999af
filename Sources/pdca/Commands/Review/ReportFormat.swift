import ArgumentParser

/// The forms a report takes.
enum ReportFormat: String, TypedWord {
  case text, markdown, html, pdf, json, xlsx

  var hasPictures: Bool { self == .html || self == .pdf }

  /// Whether it can't go to a terminal.
  var needsFile: Bool { self == .pdf || self == .xlsx }

  private static let endings: KeyValuePairs<String, ReportFormat> = [
    "pdf": .pdf, "html": .html, "htm": .html, "xhtml": .html, "md": .markdown,
    "markdown": .markdown, "xlsx": .xlsx, "json": .json, "txt": .text,
  ]

  /// The form that a file's name asks for; nil for a name without an ending.
  init?(fileName: String) throws(OutputFormFault) {
    try OutputForm.require(fileName, Self.endings.map(\.key))
    let ending = OutputForm.ending(of: fileName)
    guard let found = Self.endings.first(where: { $0.key == ending }) else { return nil }
    self = found.value
  }
}
