import CivilTime
import Domain
import ReadModels
import Statistics
import Testing

@testable import Reviews

@Suite("Charts that were judged before")
struct ChartMemoTests {
  private func key(_ values: [Double]) -> ChartMemo.Charted {
    .init(input: ChartInput(values: values), options: ChartOptions(kind: .xmr))
  }

  private func searched(_ values: [Double], note: String? = nil) -> ChartMemo.Searched {
    let plain = ReviewExamples.kpi(values).chart
    var row = SignalAcknowledgementRow()
    row.note = note ?? ""
    return .init(
      charted: .init(input: plain.searched.charted.input, options: plain.chart.options),
      kpi: plain.kpi.reference, cadence: .weekly, definedOn: plain.definedOn,
      acknowledgements: note == nil ? [] : [row])
  }

  @Test("One is judged once, and as if it were judged anew")
  func same() throws {
    let memo = ChartMemo(capacity: 1_000)
    let values = (0..<30).map { $0 % 2 == 0 ? 14.0 : 20 } + [45]
    let first = try memo.chart(key(values))
    #expect(try memo.chart(key(values)) == first)
    #expect(try first == Chart(showing: key(values).input, options: key(values).options))
    #expect(try memo.chart(key(values + [17])).points.count == 32)
  }

  @Test("Another note, or another point, is looked through anew")
  func other() {
    let memo = ChartMemo(capacity: 1_000)
    var searches = 0
    func search(_ key: ChartMemo.Searched) {
      _ = memo.changes(key) {
        searches += 1
        return []
      }
    }
    search(searched([1, 2, 3]))
    search(searched([1, 2, 3]))
    #expect(searches == 1)
    search(searched([1, 2, 4]))
    search(searched([1, 2, 3], note: "Seen"))
    search(searched([1, 2, 3], note: ""))
    #expect(searches == 4)
  }

  @Test("What was not asked for longest goes, and memory stays bounded")
  func bounded() {
    let memo = ChartMemo(capacity: 40)
    var searches = 0
    for round in 0..<50 {
      for value in [0.0, Double(round + 1)] {
        _ = memo.changes(searched([value, 2, 3])) {
          searches += 1
          return []
        }
      }
    }
    // The one that is asked for each time stays; the others are each looked through once.
    #expect(searches == 51)
  }
}
