import Terminal

/// A table whose first column names its rows. It scrolls by itself where the page is narrow, with
/// the keyboard too.
struct HTMLTable {
  let columns: [String]
  /// Columns set to the right.
  let numeric: Set<Int>
  let rows: [[String]]
  /// What it is read out as.
  let name: String

  var html: String {
    """
    <div class="table" role="region" tabindex="0" aria-label="\(XMLText.escape(name))">
    <table>
    <thead>
    \(row(columns) { index, text in HTMLText.element("th", attributes(index, scope: "col"), text) })
    </thead>
    <tbody>
    \(rows.map { row($0, cell) }.joined(separator: "\n"))
    </tbody>
    </table>
    </div>
    """
  }

  private func row(_ texts: [String], _ cell: (Int, String) -> String) -> String {
    "<tr>\(texts.enumerated().map { cell($0.offset, $0.element) }.joined())</tr>"
  }

  private func cell(_ index: Int, _ text: String) -> String {
    index == 0
      ? HTMLText.element("th", attributes(index, scope: "row"), text)
      : HTMLText.element("td", attributes(index, scope: nil, text), text)
  }

  /// Columns up to which a cell stays on one line.
  private static let shortest = 12

  private func attributes(
    _ index: Int, scope: String?, _ text: String? = nil
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    attributes["scope"] = scope
    let isShort = text.map { displayWidth(safe($0)) <= Self.shortest } ?? false
    let classes = [numeric.contains(index) ? "number" : "", isShort ? "short" : ""]
    let named = classes.filter { !$0.isEmpty }.joined(separator: " ")
    attributes["class"] = named.isEmpty ? nil : named
    return attributes
  }
}
