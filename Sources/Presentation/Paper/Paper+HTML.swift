package import Bilingual
import CivilTime
import Wording

extension Paper {
  /// Papers one after the other, each on a page of its own, as one HTML page that reads as XML too and
  /// fetches nothing.
  package static func html(_ papers: [Paper]) -> String {
    guard let first = papers.first else { return "" }
    return """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="\(first.language.rawValue)" \
      xml:lang="\(first.language.rawValue)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="generator" content="pdca"/>
      \(HTMLText.element("title", first.title))
      <style>
      \(style(first.language))
      </style>
      </head>
      <body>
      \(papers.map(\.section).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var section: String {
    let marked = mark.isEmpty ? "" : HTMLText.element("p", ["class": "mark"], mark) + "\n"
    let below =
      subtitle.isEmpty ? "" : HTMLText.element("p", ["class": "subtitle"], subtitle) + "\n"
    return """
      <section class="paper\(isLandscape ? " wide" : "")">
      \(marked)\(HTMLText.element("h1", title))
      \(below)\(parts.map { $0.html(language) }.joined(separator: "\n"))
      \(notes.map { HTMLText.element("p", ["class": "note"], $0) }.joined(separator: "\n"))
      </section>
      """
  }

  /// Black rules on white, as offices print.
  private static func style(_ language: Language) -> String {
    let fonts =
      language == .japanese
      ? "'IPAexMincho', 'Yu Mincho', 'IPAexGothic', 'Noto Serif CJK JP', 'Noto Sans CJK JP', serif"
      : "'Liberation Sans', Arial, 'IPAexGothic', 'Noto Sans CJK JP', sans-serif"
    return """
      @page { size: A4; margin: 14mm 13mm 14mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
      @page wide { size: A4 landscape; }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 62rem; font: 9.5pt/1.45 \(fonts);
        color: #000000; background: #ffffff; line-break: strict; overflow-wrap: anywhere; }
      .paper { break-after: page; }
      .paper:last-child { break-after: auto; }
      .wide { page: wide; }
      h1 { margin: 2mm 0 1mm; text-align: center; font-size: 14pt; font-weight: bold;
        letter-spacing: 0.1em; }
      h2 { margin: 4mm 0 1mm; font-size: 10.5pt; break-after: avoid; }
      .mark { margin: 0; text-align: right; font-size: 8.5pt; }
      .subtitle { margin: 0 0 2mm; text-align: center; }
      .note { margin: 1mm 0; font-size: 8pt; }
      table { width: 100%; margin: 1mm 0 2mm; border-collapse: collapse; table-layout: fixed; }
      th, td { padding: 0.8mm 1.5mm; border: 0.6pt solid #000000; text-align: left;
        vertical-align: middle; font-weight: normal; }
      th { background: #eeeeee; }
      thead th { text-align: center; }
      .number { text-align: right; }
      .hint { display: block; font-size: 7.5pt; color: #333333; }
      tr { break-inside: avoid; }
      """
  }
}

extension PaperPart {
  fileprivate func html(_ language: Language) -> String {
    switch self {
    case .heading(let text): HTMLText.element("h2", text)
    case .text(let text): HTMLText.element("p", text)
    case .fields(let fields):
      """
      <table>
      <colgroup><col style="width: 30%"/><col/></colgroup>
      <tbody>
      \(fields.map { $0.html(language) }.joined(separator: "\n"))
      </tbody>
      </table>
      """
    case .table(let table): table.html(language)
    }
  }
}

extension PaperField {
  fileprivate func html(_ language: Language) -> String {
    let below = hint.isEmpty ? "" : HTMLText.element("span", ["class": "hint"], hint)
    let height = lines > 1 ? " style=\"height: \(lines * 5 + 2)mm\"" : ""
    return "<tr\(height)><th>\(XMLText.escape(label))\(below)</th>\(value.html(language))</tr>"
  }
}

extension PaperTable {
  fileprivate func html(_ language: Language) -> String {
    let whole = max(columns.map(\.width).reduce(0, +), 0.001)
    let widths = columns.map {
      "<col style=\"width: \((1000 * $0.width / whole).rounded() / 10)%\"/>"
    }
    let heads = columns.map { HTMLText.element("th", $0.title) }
    let blanks = Array(
      repeating: [PaperValue](repeating: .blank, count: columns.count), count: blankRows)
    let lines = (rows + blanks + sums).map { row in
      "<tr>\(row.map { $0.html(language) }.joined())</tr>"
    }
    return """
      <table>
      <colgroup>\(widths.joined())</colgroup>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(lines.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }
}

extension PaperValue {
  fileprivate func html(_ language: Language) -> String {
    let text = words(language)
    return isNumeric
      ? HTMLText.element("td", ["class": "number"], text)
      : text.isEmpty ? "<td>&#160;</td>" : HTMLText.element("td", text)
  }

  /// As it is read; empty where blank.
  package func words(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .number(let number, let unit):
      (Int(exactly: number).map { NumberText.whole($0) } ?? "\(number)") + unit
    case .day(let day): DateText.day(day, language)
    case .minutes(let minutes): HoursText.words(minutes: minutes)(language)
    case .blank: ""
    }
  }
}
