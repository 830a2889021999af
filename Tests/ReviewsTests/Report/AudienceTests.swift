import Bilingual
import CanonicalJSON
import Domain
import Testing

@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Cuts for audiences")
struct AudienceTests {
  /// Who sees what: everybody (whole), executives, promoters, field; `m` in a month alone.
  static let matrix: [(ReviewPart, String)] = [
    (.worse, "WEPF"), (.promised, "W-PF"), (.better, "WEPF"), (.lessons, "W-P-"),
    (.said, "W-PF"), (.asked, "-E--"), (.kpis, "WEPF"), (.causes, "W-P-"), (.stuck, "--P-"),
    (.cycles, "W--F"), (.actions, "W--F"), (.decisions, "WEP-"), (.related, "---F"),
    (.issues, "W-PF"), (.training, "W-PF"), (.investment, "-E--"), (.trends, "mmmm"),
    (.comparison, "mEP-"), (.leadTimes, "mmm-"), (.reuse, "mmm-"), (.coverage, "m-m-"),
    (.late, "W-P-"), (.improvements, "WEPF"), (.next, "WEPF"), (.charts, "WEPF"),
  ]

  @Test("Each part goes to whom it is for", arguments: [false, true])
  func matrix(monthly: Bool) {
    #expect(Self.matrix.map(\.0) == ReviewPart.allCases)
    for (index, audience) in ([nil] + Audience.allCases).enumerated() {
      let expected = Self.matrix.filter { _, marks in
        let mark = Array(marks)[index]
        return mark == "m" ? monthly : mark != "-"
      }.map(\.0)
      let parts = AudienceCut.parts(for: audience, monthly: monthly)
      #expect(Set(parts) == Set(expected), "\(audience?.rawValue ?? "everybody")")
      #expect(parts.count == Set(parts).count)
    }
  }

  @Test("Everybody's review keeps its order; every cut begins with what is getting worse")
  func order() {
    let whole = AudienceCut.parts(for: nil, monthly: true)
    #expect(whole == ReviewPart.allCases.filter(whole.contains))
    for audience in Audience.allCases {
      #expect(AudienceCut.parts(for: audience, monthly: false).first == .worse)
    }
    #expect(AudienceCut.parts(for: .executive, monthly: false)[1] == .kpis)
  }

  @Test("Every step is somebody's")
  func steps() {
    for kind in ReviewStep.Kind.allCases {
      #expect(Audience.allCases.contains { AudienceCut.takes($0, kind) }, "\(kind)")
    }
    #expect(!AudienceCut.takes(.executive, .doCycle))
    #expect(!AudienceCut.takes(.field, .decideIssue))
  }

  @Test("Executives see outcomes and targets, and issues raised to them")
  func executive() {
    var hours = ReviewExamples.kpi([1, 2])
    var row = hours.kpi
    row.kind = .activity
    row.target = nil
    hours = ReviewKPI(
      KPIChart(
        kpi: row, observations: [], marks: [], acknowledgements: [], chart: hours.chart.chart,
        surroundings: .none), hours.progress)
    var material = ReviewExamples.material()
    var issue = ReviewExamples.issue("To promoters")
    issue.raisedTo = .promoter
    material.openIssues = [issue, ReviewExamples.issue("To executives")]
    let whole = ReviewExamples.report(material, kpis: [hours, ReviewExamples.kpi([1, 2])])
    let cut = whole.cut(for: .executive)
    #expect(cut.kpis.count == 1)
    #expect(cut.undecidedIssues.map(\.issue) == ["To executives"])
    #expect(whole.cut(for: .promoter).kpis.count == 2)
  }

  @Test("The headings of each cut, in both languages")
  func headings() {
    func titles(_ audience: Audience, _ language: Language) -> [String] {
      ReviewWords(FullReport.cut(audience, "x"), language).document.sections.map(\.title)
    }
    #expect(
      titles(.executive, .english) == [
        "KPIs", "Decisions asked of you", "Departments", "Investment", "Decisions",
        "Also worth a look", "", "Charts",
      ])
    #expect(
      titles(.field, .japanese) == [
        "約束・相談のうち終わっていないもの", "ほかに気づいたこと", "次の手順", "現場の記録から", "ミニPDCA", "KPI",
        "類似の取り組みから得られた他部門の教訓", "課題", "実施", "研修", "前月との比較",
      ])
  }

  @Test("The JSON of a cut has its parts and whom it is for, and nothing of others'")
  func json() throws {
    guard case .object(let field) = FullReport.cut(.field, "x").json else {
      Issue.record("no object")
      return
    }
    #expect(field["audience"] == "field")
    #expect(field["cycles"] != nil && field["related"] != nil)
    #expect(field["decisions"] == nil && field["lessons"] == nil && field["investment"] == nil)
    #expect(FullReport.report("x").json.canonical.contains(#""audience""#) == false)
  }
}
