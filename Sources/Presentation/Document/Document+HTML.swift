import Bilingual

extension Document {
  /// A page of its own: styles and pictures are in it, nothing is fetched and nothing runs. It is
  /// HTML that reads as XML too.
  /// - Parameters:
  ///   - notes: stand below it all.
  ///   - closing: what can be done with the review, below them.
  package func html(notes: [String] = [], closing: DocumentCommand? = nil) -> String {
    """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml"\(isOnePage ? " class=\"sheet\"" : "") lang="\(language.rawValue)" \
    xml:lang="\(language.rawValue)">
    <head>
    \(head)
    </head>
    <body>
    <a class="skip" href="#main">\(language.choose("Skip to the content", "本文へ"))</a>
    <header>
    \(HTMLText.element("h1", title))
    \(HTMLText.element("p", subtitle))
    </header>
    \(tableOfContents)
    <main id="main">
    \(HTMLText.element("p", ["class": "lead"], lead))
    \(contents)
    </main>
    \(footer(notes, closing))
    </body>
    </html>

    """
  }

  /// Its sections as a part of another page, without styles.
  package var contents: String {
    sections.enumerated().map { $1.html($0 + 1, language) }.joined(separator: "\n")
  }

  private var head: String {
    """
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="pdca"/>
    \(HTMLText.element("title", "\(title) – \(subtitle)"))
    <style>
    \(HTMLStyle.sheet(language))
    </style>
    """
  }

  private var tableOfContents: String {
    let titled = sections.enumerated().filter { !$0.element.title.isEmpty }
    let entries = titled.map { index, section in
      "<li><a href=\"#section-\(index + 1)\">\(XMLText.escape(section.title))</a></li>"
    }
    return """
      <nav aria-label="\(language.choose("Contents", "目次"))">
      <ol>
      \(entries.joined(separator: "\n"))
      </ol>
      </nav>
      """
  }

  private func footer(_ notes: [String], _ closing: DocumentCommand?) -> String {
    let lines =
      notes.map { HTMLText.element("p", $0) } + [closing.map { "<p>\($0.html)</p>" } ?? ""]
    return "<footer>\n\(lines.joined(separator: "\n"))\n</footer>"
  }
}

extension DocumentSection {
  private var kind: String {
    if startsPage { return " class=\"page\"" }
    return isBrief ? " class=\"brief\"" : ""
  }

  fileprivate func html(_ number: Int, _ language: Language) -> String {
    let contents = zip(blocks, names(language)).map { $0.html(named: $1) }.joined(separator: "\n")
    guard !title.isEmpty else { return "<div class=\"lines\">\n\(contents)\n</div>" }
    return """
      <section\(kind) aria-labelledby="section-\(number)">
      \(HTMLText.element("h2", ["id": "section-\(number)"], title))
      \(contents)
      </section>
      """
  }

  /// What the tables among the blocks are called: a landmark's name is its own, and the section has
  /// its title already.
  private func names(_ language: Language) -> [String] {
    var tables = 0
    return blocks.map { block in
      guard case .table = block else { return "" }
      tables += 1
      let number = tables == 1 ? "" : " \(tables)"
      return language.choose("\(title): table\(number)", "\(title)の表\(number)")
    }
  }
}

extension DocumentBlock {
  /// - Parameter name: what it is read out as.
  fileprivate func html(named name: String) -> String {
    switch self {
    case .paragraph(let text): HTMLText.element("p", text)
    case .list(let items):
      HTMLText.list("ul", items.map(XMLText.escape))
    case .table(let columns, let numeric, let rows):
      HTMLTable(columns: columns, numeric: numeric, rows: rows, name: name).html
    case .commands(let commands): HTMLText.list("ol", commands.map(\.html))
    case .figure(let figure): figure.html
    }
  }
}

extension DocumentCommand {
  fileprivate var html: String {
    "\(XMLText.escape(label)) <code>\(XMLText.escape(command))</code>"
  }
}

extension DocumentFigure.Picture {
  package var svg: String {
    switch self {
    case .chart(let picture): SVGChart.svg(picture)
    case .svg(let drawn): drawn
    }
  }
}

extension DocumentFigure {
  fileprivate var html: String {
    let below = caption.isEmpty ? "" : HTMLText.element("figcaption", caption) + "\n"
    return "<figure>\n\(picture.svg)\(below)</figure>"
  }
}
