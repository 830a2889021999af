import Presentation

/// Parts that pages are made of.
extension HTML {
  /// A section under a heading; nothing without contents.
  /// - Parameter id: of the heading, distinct within its page.
  static func section(_ id: String, _ title: String, _ contents: HTML) -> HTML {
    guard !contents.isEmpty else { return .none }
    return """
      <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
      \(contents)</section>

      """
  }

  static func list(_ items: [HTML]) -> HTML {
    items.isEmpty ? .none : "<ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>\n"
  }

  static func paragraph(_ text: String) -> HTML { text.isEmpty ? .none : "<p>\(text)</p>\n" }

  /// Names and values; those without a value are left out.
  static func facts(_ pairs: [(String, HTML?)]) -> HTML {
    let rows = pairs.compactMap { name, value -> HTML? in
      guard let value, !value.isEmpty else { return nil }
      return "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }
    return rows.isEmpty ? .none : "<dl class=\"facts\">\(rows)</dl>\n"
  }

  /// A table whose first column names its rows. On a phone each row stands as lines, each cell under the
  /// name of its column.
  /// - Parameters:
  ///   - caption: what it is read out as.
  ///   - numeric: columns that are set to the right.
  static func table(
    _ caption: String, _ columns: [String], numeric: Set<Int> = [], _ rows: [[HTML]]
  ) -> HTML {
    guard !rows.isEmpty else { return .none }
    let heads = columns.enumerated().map { place, column -> HTML in
      numeric.contains(place)
        ? "<th scope=\"col\" class=\"number\">\(column)</th>" : "<th scope=\"col\">\(column)</th>"
    }
    let lines = rows.map { "<tr>\(cells($0, columns, numeric))</tr>\n" as HTML }
    return """
      <div class="table" role="group" tabindex="0" aria-label="\(caption)"><table class="rows">
      <caption>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(lines)</tbody></table></div>

      """
  }

  private static func cells(
    _ row: [HTML], _ columns: [String], _ numeric: Set<Int>
  ) -> [HTML] {
    zip(row, columns).enumerated().map { place, cell -> HTML in
      let (contents, column) = cell
      if place == 0 { return "<th scope=\"row\" data-label=\"\(column)\">\(contents)</th>" }
      let kind: HTML = numeric.contains(place) ? " class=\"number\"" : .none
      return "<td\(kind) data-label=\"\(column)\">\(contents)</td>"
    }
  }

  /// A command that does what stands before it.
  static func command(_ label: String, _ command: String) -> HTML {
    "<span class=\"step\">\(label) <code>\(command)</code></span>"
  }

  /// What a reader may look at besides, closed at first.
  static func details(_ summary: String, _ contents: HTML) -> HTML {
    contents.isEmpty ? .none : "<details><summary>\(summary)</summary>\n\(contents)</details>\n"
  }
}

extension Optional where Wrapped == HTML {
  /// A text as it is; nil for none.
  static func text(_ value: (some CustomStringConvertible)?) -> HTML? {
    value.map { "\($0.description)" }
  }
}
