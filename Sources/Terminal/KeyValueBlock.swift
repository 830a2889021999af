/// Names and their values in two columns; long values wrap under themselves.
package struct KeyValueBlock: Sendable {
  private var pairs: [(key: String, value: Cell)] = []

  package init() {}

  package mutating func add(_ key: String, _ value: Cell) {
    pairs.append((DisplayText.line(key), value))
  }

  package func lines(_ layout: Layout) -> [String] {
    let column = (pairs.map { layout.cells($0.key) }.max() ?? 0) + 2
    return pairs.flatMap { key, value in
      layout.wrap(value.text, max(1, layout.width - column)).enumerated().map { index, text in
        let name = index == 0 ? key : ""
        let gap = String(repeating: " ", count: column - layout.cells(name))
        let lead = layout.style.apply(.dim, to: name) + gap
        return (lead + layout.style.apply(value.role, to: text)).trimmedAtEnd
      }
    }
  }
}
