import ArgumentParser

/// The forms a report takes.
enum ReportFormat: String, TypedWord {
  case text, markdown, html, pdf, json

  var hasPictures: Bool { self == .html || self == .pdf }

  /// The form that a file's name asks for; nil where it asks for none.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "txt": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "pdf": self = .pdf
    case "json": self = .json
    default: return nil
    }
  }
}
