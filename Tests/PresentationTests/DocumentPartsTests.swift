import Bilingual
import Presentation
import Testing

@Suite struct DocumentPartsTests {
  private func document(_ sections: [DocumentSection]) -> Document {
    Document(language: .english, title: "T", subtitle: "", lead: "", sections: sections)
  }

  @Test func `A short document is one part`() {
    let sections = [
      DocumentSection(title: "A", blocks: [.paragraph("one"), .list(["two", "three"])]),
      DocumentSection(title: "B", blocks: [.paragraph("four")]),
    ]
    #expect(document(sections).parts(of: 1_000) == [sections])
    #expect(document([]).parts(of: 1_000).isEmpty)
  }

  @Test(arguments: [300, 1_000, 5_000])
  func `Parts hold everything in its order, each of about the bytes asked for`(bytes: Int) {
    let rows = (0..<200).map { ["row \($0)", "\($0)"] }
    let items = (0..<100).map { "item \($0)" }
    let sections = [
      DocumentSection(
        title: "Rows", blocks: [.table(columns: ["A", "B"], numeric: [1], rows: rows)]),
      DocumentSection(title: "Items", blocks: [.paragraph("p"), .list(items)]),
    ]
    let parts = document(sections).parts(of: bytes)
    #expect(parts.count > 1)
    var (foundRows, foundItems) = ([[String]](), [String]())
    for part in parts {
      #expect(!part.isEmpty)
      #expect(document(part).contents.utf8.count < 2 * bytes + 1_000)
      for block in part.flatMap(\.blocks) {
        switch block {
        case .table(_, let numeric, let rows):
          #expect(numeric == [1])
          foundRows += rows
        case .list(let items): foundItems += items
        case .paragraph, .commands, .figure: break
        }
      }
    }
    #expect(foundRows == rows)
    #expect(foundItems == items)
    #expect(parts.flatMap { $0.map(\.title) }.first == "Rows")
    #expect(parts.last?.last?.title == "Items")
  }
}
