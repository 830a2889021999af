package import Bilingual

/// A report as people read it, in one language, before it takes a form. Its texts may hold stored
/// text: whoever sets them makes them harmless.
package struct Document: Sendable, Equatable {
  package var language: Language
  package var title: String
  package var subtitle: String
  package var lead: String
  package var sections: [DocumentSection]
  /// Whether all but its charts is to fit one page of paper.
  package var isOnePage = false

  package init(
    language: Language, title: String, subtitle: String, lead: String,
    sections: [DocumentSection], isOnePage: Bool = false
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.lead = lead
    self.sections = sections
    self.isOnePage = isOnePage
  }
}

package struct DocumentSection: Sendable, Equatable {
  /// Empty for lines that say themselves what they are about.
  package var title: String
  package var blocks: [DocumentBlock]
  /// On paper.
  package var startsPage: Bool

  package init(title: String, blocks: [DocumentBlock], startsPage: Bool = false) {
    self.title = title
    self.blocks = blocks
    self.startsPage = startsPage
  }
}

package enum DocumentBlock: Sendable, Equatable {
  case paragraph(String)
  case list([String])
  /// Columns named in `numeric` are set to the right.
  case table(columns: [String], numeric: Set<Int>, rows: [[String]])
  /// What to do, with the command that does it.
  case commands([DocumentCommand])
  /// Shown where pictures can be; text and Markdown go without.
  case figure(DocumentFigure)
}

package struct DocumentCommand: Sendable, Equatable {
  package var label: String
  package var command: String

  package init(label: String, command: String) {
    self.label = label
    self.command = command
  }
}

package struct DocumentFigure: Sendable, Equatable {
  /// What is drawn, or what was drawn when the document was kept.
  package enum Picture: Sendable, Equatable {
    case chart(ChartPicture)
    case svg(String)
  }

  package var picture: Picture
  /// What it shows, in a sentence or a few; empty where the picture says it all.
  package var caption: String
}

extension Document {
  /// The same without pictures.
  package var worded: Document {
    var worded = self
    worded.sections = wordedSections.map {
      DocumentSection(title: $0.title, blocks: $0.wordedBlocks, startsPage: $0.startsPage)
    }
    return worded
  }

  /// Sections that say something without pictures.
  var wordedSections: [DocumentSection] { sections.filter { !$0.isPictorial } }
}

extension DocumentSection {
  /// Without table or picture, so that two of them fit beside each other.
  var isBrief: Bool {
    blocks.allSatisfy { block in
      switch block {
      case .paragraph, .list, .commands: true
      case .table, .figure: false
      }
    }
  }

  fileprivate var isPictorial: Bool {
    blocks.allSatisfy { if case .figure = $0 { true } else { false } }
  }

  /// Without figures.
  var wordedBlocks: [DocumentBlock] {
    blocks.filter { if case .figure = $0 { false } else { true } }
  }
}
