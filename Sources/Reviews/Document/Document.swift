/// A report as people read it, in one language, before it takes a form. Its texts may hold stored
/// text: whoever sets them makes them harmless.
package struct Document: Sendable, Equatable {
  package var title: String
  package var subtitle: String
  package var lead: String
  package var sections: [DocumentSection]
}

package struct DocumentSection: Sendable, Equatable {
  package var title: String
  package var blocks: [DocumentBlock]

  package init(title: String, blocks: [DocumentBlock]) {
    self.title = title
    self.blocks = blocks
  }
}

package enum DocumentBlock: Sendable, Equatable {
  case paragraph(String)
  case list([String])
  /// Columns named in `numeric` are set to the right.
  case table(columns: [String], numeric: Set<Int>, rows: [[String]])
  /// What to do, with the command that does it.
  case commands([DocumentCommand])
}

package struct DocumentCommand: Sendable, Equatable {
  package var label: String
  package var command: String
}
