import Bilingual
import CanonicalJSON
import CivilTime
import Testing

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Improvement points of lessons and departments")
struct ImprovementLearningTests {
  private typealias Example = ImprovementExamples

  private func points(_ report: ReviewReport) -> [String] {
    report.improvements.map { "\($0.rule) \($0.step.about): \($0.step.command.en)" }
  }

  @Test("A draft is one after 7 days")
  func drafts() {
    func report(_ days: Int) -> ReviewReport {
      Example.report(drafts: [Example.lesson(.draft) { $0.draftedAt = Example.daysAgo(days) }])
    }
    #expect(points(report(7)) == ["unvalidatedLesson SALES-L3: pdca lesson validate SALES-L3"])
    #expect(points(report(6)) == [])
    #expect(report(6).routineSteps.map(\.kind) == [.validateLesson])
  }

  @Test("An offer is one after 14 days without an answer")
  func rollOuts() {
    func report(_ days: Int) -> ReviewReport {
      Example.report(rollOuts: [Example.rollOut(days)])
    }
    #expect(
      points(report(14)) == ["unansweredRollOut SALES-L3: pdca lesson adopt SALES-L3 -d DEV"])
    #expect(points(report(13)) == [])
    #expect(report(13).routineSteps.map(\.kind) == [.answerRollOut])
  }

  @Test("A lesson for training is one after 28 days, in reviews of the whole organization")
  func training() {
    func report(_ days: Int, whole: Bool = true) -> ReviewReport {
      Example.report(
        { material in
          material.waitingLessons = [
            Example.lesson(.validated) { $0.validatedAt = Example.daysAgo(days) }
          ]
        }, isWhole: whole)
    }
    #expect(
      points(report(28)) == [
        "lessonForTraining SALES-L3: pdca design draft \"<title>\" --for <layer>"
      ])
    #expect(points(report(27)) == [])
    #expect(report(27).routineSteps.map(\.kind) == [.draftDesign])
    #expect(report(28, whole: false).steps.isEmpty)
  }

  @Test("A lesson that stayed where it was learned is one after 28 days, if there are others")
  func unused() {
    func report(_ days: Int, departments: Int = 2) -> ReviewReport {
      Example.report(background: { known in
        known.workingDepartments = departments
        known.unusedLessons = [
          Example.lesson(.validated) { $0.validatedAt = Example.daysAgo(days) }
        ]
      })
    }
    #expect(
      points(report(28)) == [
        "unusedLesson SALES-L3: pdca lesson propose SALES-L3 --to <department> \"<why>\""
      ])
    #expect(points(report(27)) == [])
    #expect(points(report(28, departments: 1)) == [])
  }

  @Test(
    "A step on a department says what people and departments are called, and does it by account and code"
  )
  func calledByName() throws {
    let staff = Example.staff(Example.sales, [("mori", .promoter)], sponsor: "tanaka")
    let report = Example.report(background: { known in
      known.departments = [staff]
      known.activity = [Example.activity(Example.sales, "mori", 3)]
    }).shown(calling: PeopleNames([Account("tanaka")!: "田中 太郎"]))
    let point = try #require(report.improvements.first { $0.rule == ReviewReport.alone })
    #expect(point.sentence.ja.contains("（田中 太郎）"))
    #expect(
      point.step.label.en
        == "Agree with 田中 太郎 how \(staff.department.name) is supported")
    #expect(point.step.command.en.contains("--owner tanaka"))
    #expect(!report.json.canonical.contains("田中"))
  }

  @Test("Promoters are isolated where neither an executive nor the sponsor did anything")
  func isolated() {
    func points(_ staff: DepartmentStaff, _ activity: [PersonActivity]) -> [String] {
      self.points(
        Example.report(background: { known in
          known.departments = [staff]
          known.activity = activity
        }))
    }
    let team = [("mori", Layer.promoter), ("sato", .field)]
    let busy = Example.activity(Example.sales, "mori", 3)
    let sponsored = Example.staff(Example.sales, team, sponsor: "tanaka")
    #expect(
      points(sponsored, [busy]) == [
        "isolatedPromoters SALES: pdca review decide SALES-2026-W47 \"<decision>\" --owner tanaka "
          + "--due +2w"
      ])
    #expect(
      points(Example.staff(Example.sales, team), [busy])
        == ["isolatedPromoters SALES: pdca department sponsor SALES <account>"])
    // The sponsor's own department is another.
    #expect(points(sponsored, [busy, Example.activity(Example.head, "tanaka", 1)]) == [])
    #expect(
      points(
        Example.staff(Example.sales, team + [("kato", .executive)], sponsor: "tanaka"),
        [busy, Example.activity(Example.sales, "kato", 1)]) == [])
    #expect(points(sponsored, [Example.activity(Example.sales, "mori", 2)]) == [])
    #expect(points(sponsored, [Example.activity(Example.sales, "sato", 9)]) == [])
  }

  @Test("A department that logged nothing for 14 days is one, unless it is new or the head")
  func quiet() {
    func points(_ staff: DepartmentStaff, _ activity: [PersonActivity] = [], whole: Bool = true)
      -> [String]
    {
      self.points(
        Example.report(
          isWhole: whole,
          background: { known in
            known.head = Example.head
            known.departments = [staff]
            known.activity = activity
          }))
    }
    let staff = Example.staff(Example.dev, [])
    #expect(
      points(staff) == [
        "quietDepartment DEV: pdca issue raise \"<question>\" --to promoter -d DEV"
      ])
    #expect(points(staff, whole: false) == ["quietDepartment DEV: pdca plan \"<title>\" -d DEV"])
    #expect(points(staff, [Example.activity(Example.dev, "ito", 1, daysAgo: 13)]) == [])
    #expect(points(staff, [Example.activity(Example.dev, "ito", 1, daysAgo: 14)]).count == 1)
    #expect(points(Example.staff(Example.dev, [], registered: 13)) == [])
    #expect(points(Example.staff(Example.head, [])) == [])
  }

  @Test("A department that does a quarter of the busiest is one, in reviews of the whole")
  func gap() {
    func points(_ low: Int, high: Int = 8, whole: Bool = true) -> [String] {
      self.points(
        Example.report(
          isWhole: whole,
          background: { known in
            known.head = Example.head
            known.departments = [
              Example.staff(Example.dev, [("ito", .field)]),
              Example.staff(Example.sales, [("sato", .field)]),
            ]
            known.activity = [
              Example.activity(Example.dev, "ito", low),
              Example.activity(Example.sales, "sato", high),
            ]
          }))
    }
    #expect(
      points(2) == [
        "departmentGap DEV: pdca review decide SALES-2026-W47 \"<decision>\" --owner <account> "
          + "--due +2w"
      ])
    #expect(points(3) == [])
    #expect(points(0, high: 1) == [])
    #expect(points(2, whole: false) == [])
  }

  @Test("A training is one when nobody of the department tried anything in time")
  func trials() {
    func report(_ tried: Int) -> ReviewReport {
      Example.report(background: { $0.trials = [Example.trial(tried: tried)] })
    }
    #expect(points(report(0)) == ["nothingTried HQ-D1.1: pdca plan \"<title>\" -d SALES"])
    #expect(points(report(1)) == [])
    #expect(
      report(0).improvements[0].sentence.en
        == "Of the 3 people of SALES who attended Prompts (HQ-D1, 5 November 2026), none planned or "
        + "logged anything by 19 November 2026.")
    #expect(
      report(0).improvements[0].sentence.ja
        == "Prompts（HQ-D1、2026年11月5日(木)）を受講したSALESの3名は、2026年11月19日(木)までに計画も実施も記録していません。")
  }

  @Test("docs/improvement.md lists the rules with their conditions, in order")
  func document() throws {
    let document = try DocumentFile.text("improvement.md")
    let rows = ImprovementRules.all.map { "| `\($0.name)` | \($0.condition.en) |" }
    #expect(document.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init) == rows)
    #expect(Set(ImprovementRules.all.map { $0.name }).count == ImprovementRules.all.count)
  }
}
