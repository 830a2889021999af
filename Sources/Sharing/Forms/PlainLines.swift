import Presentation

/// A section's blocks as plain text, for channels that know neither tables nor code.
enum PlainLines {
  /// A paragraph, or a list's items, each whole; figures say what they show.
  static func lines(_ block: DocumentBlock) -> [String] {
    switch block {
    case .paragraph(let text): [text]
    case .list(let items): items.map { "• \($0)" }
    case .table(let columns, _, let rows): rows.map { row(columns, $0) }
    case .commands(let commands): commands.map { "• \($0.label)\n    \($0.command)" }
    case .figure(let figure): figure.caption.isEmpty ? [] : [figure.caption]
    }
  }

  /// `• Proposal hours: latest 6.4; target 6`
  private static func row(_ columns: [String], _ cells: [String]) -> String {
    let rest = zip(columns, cells).dropFirst().filter { !$0.1.isEmpty && $0.1 != "–" }
      .map { $0.0.isEmpty ? $0.1 : "\($0.0) \($0.1)" }
    let first = cells.first ?? ""
    return rest.isEmpty ? "• \(first)" : "• \(first): \(rest.joined(separator: "; "))"
  }

  static func lines(_ section: DocumentSection) -> [String] { section.blocks.flatMap(lines) }
}

extension DocumentSection {
  /// Whether there is something to read in it without pictures.
  var isWorded: Bool { !PlainLines.lines(self).isEmpty }
}
