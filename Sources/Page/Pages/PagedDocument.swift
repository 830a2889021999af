import Presentation

/// A long document a part at a time, so that a phone has something to read at once: what stands first is what
/// matters most, the charts come last.
struct PagedDocument {
  /// Bytes of a part, a third of what a first view may take.
  private static let most = 32_000

  private let document: Document
  private let parts: [[DocumentSection]]
  /// From 1.
  private let part: Int
  private let look: Look

  init(_ document: Document, part: Int, _ look: Look) {
    self.document = document
    parts = document.parts(of: Self.most)
    self.part = min(max(1, part), max(1, parts.count))
    self.look = look
  }

  var isFirst: Bool { part == 1 }

  var html: HTML {
    guard !parts.isEmpty else { return .none }
    var shown = document
    shown.sections = parts[part - 1]
    return HTML(made: shown.contents)
  }

  /// Ways to the other parts; nothing for a document of one.
  func turns(at address: PageAddress, _ query: [(String, String)]) -> HTML {
    guard parts.count > 1 else { return .none }
    let items = parts.indices.map { place -> HTML in
      let href = look.href(address, query + (place == 0 ? [] : [("part", "\(place + 1)")]))
      let current: HTML = place + 1 == part ? " aria-current=\"true\"" : .none
      return "<li><a href=\"\(href)\"\(current)>\(title(of: place))</a></li>"
    }
    return """
      <nav class="cuts" aria-label="\(look.say("Parts", "ページ送り"))"><ul>\(items)</ul></nav>

      """
  }

  /// `2. Charts`
  private func title(of place: Int) -> String {
    let first = parts[place].first { !$0.title.isEmpty }?.title ?? document.title
    return "\(place + 1). \(first)"
  }
}
