import Statistics

extension Document {
  /// Its sections in parts of about so many bytes of HTML each, for readers who turn pages. What is longer
  /// in itself is cut between blocks, rows or items; a figure is never cut.
  /// - Parameter bytes: from 1 on; a part is longer by no more than one figure or row.
  package func parts(of bytes: Int) -> [[DocumentSection]] {
    var parts = [[DocumentSection]]()
    var size = bytes
    for section in sections {
      var isBegun = false
      for piece in section.blocks.flatMap({ $0.pieces(of: bytes / 2) }) {
        if size + piece.size > bytes {
          parts.append([])
          (size, isBegun) = (0, false)
        }
        parts.add(piece, to: section, isBegun: isBegun)
        size += piece.size
        isBegun = true
      }
    }
    return parts
  }
}

extension [[DocumentSection]] {
  fileprivate mutating func add(
    _ block: DocumentBlock, to section: DocumentSection, isBegun: Bool
  ) {
    let last = count - 1
    guard !isBegun else { return self[last][self[last].count - 1].blocks.append(block) }
    self[last].append(
      DocumentSection(title: section.title, blocks: [block], startsPage: section.startsPage))
  }
}

extension DocumentBlock {
  /// About how many bytes of HTML it takes; charts aren't drawn for it.
  fileprivate var size: Int {
    switch self {
    case .paragraph(let text): text.utf8.count + 8
    case .list(let items): items.reduce(10) { $0 + $1.utf8.count + 10 }
    case .table(let columns, _, let rows):
      Self.size(columns) + 200 + rows.reduce(0) { $0 + Self.size($1) }
    case .commands(let commands):
      commands.reduce(10) { $0 + $1.label.utf8.count + $1.command.utf8.count + 25 }
    case .figure(let figure): figure.size
    }
  }

  private static func size(_ row: [String]) -> Int { row.reduce(12) { $0 + $1.utf8.count + 30 } }

  /// Itself, or what it is made of in pieces of so many bytes.
  fileprivate func pieces(of bytes: Int) -> [DocumentBlock] {
    guard size > bytes else { return [self] }
    switch self {
    case .paragraph, .figure: return [self]
    case .list(let items): return cut(items, bytes).map { .list($0) }
    case .commands(let commands): return cut(commands, bytes).map { .commands($0) }
    case .table(let columns, let numeric, let rows):
      return cut(rows, bytes).map { .table(columns: columns, numeric: numeric, rows: $0) }
    }
  }

  /// In runs of one length, as many as the bytes ask for.
  private func cut<T>(_ items: [T], _ bytes: Int) -> [[T]] {
    let runs = max(1, (size + bytes - 1) / bytes)
    let length = max(1, (items.count + runs - 1) / runs)
    return stride(from: 0, to: items.count, by: length).map {
      Array(items[$0..<min($0 + length, items.count)])
    }
  }
}

extension DocumentFigure {
  fileprivate var size: Int {
    switch picture {
    case .chart(let chart): 2_500 + 110 * chart.chart.points.count + caption.utf8.count
    case .svg(let drawn): drawn.utf8.count + caption.utf8.count
    }
  }
}
