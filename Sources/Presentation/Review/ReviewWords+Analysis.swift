import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

/// What a month's review adds.
extension ReviewWords {
  var trends: DocumentSection {
    section(
      say("Month against the month before", "前月との比較"),
      [
        .table(
          columns: [
            "KPI", say("Before", "前月平均"), say("This month", "当月平均"), say("Change", "変化"),
            say("To the target", "目標との差"),
          ],
          numeric: [1, 2, 3, 4], rows: report.trends.map(row)),
        .paragraph(
          report.trends.isEmpty
            ? ""
            : say(
              "A difference of two means is a change only where one is told above.",
              "平均の差は、上に挙げた変化のほかは、いつものばらつきの範囲です。")),
      ],
      nothing: say("No KPI has observations in the month.", "当月の実績値があるKPIはありません。"))
  }

  private func row(_ trend: KPITrend) -> [String] {
    let numbers = trend.entry.chart.picture(in: language).numbers
    // Between two percentages lie points.
    let isProportion = trend.entry.kpi.measure == .proportion
    func signed(_ value: Double) -> String {
      let text = (value > 0 ? "+" : "") + numbers.computed(value)
      return isProportion ? text.filter { $0 != "%" } + say(" points", "ポイント") : text
    }
    return [
      named(trend.entry.kpi),
      trend.before.map { level($0, numbers) } ?? "–", level(trend.now, numbers),
      trend.change.map(signed) ?? "–", trend.toTarget.map(signed) ?? "–",
    ]
  }

  private func level(_ level: KPITrend.Level, _ numbers: NumberText) -> String {
    numbers.computed(level.mean) + (extent.isBrief ? "" : " (n=\(level.count))")
  }

  var comparison: DocumentSection {
    section(
      say("Departments", "部門別"),
      [
        .table(
          columns: [
            say("Department", "部門"), say("Actions", "実施件数"), say("People", "人数"),
            say("Opened", "開始"), say("Checked", "評価"), say("Met", "達成"), say("Overdue", "期日超過"),
          ],
          numeric: [1, 2, 3, 4, 5, 6],
          rows: report.departments.map { row in
            [report.name(of: row.department)]
              + [row.actions, row.people, row.opened, row.checked, row.met, row.overdue]
              .map(NumberText.whole)
          })
      ],
      nothing: say("No department logged anything.", "記録のある部門はありません。"))
  }

  func leadTimes(_ analysis: MonthlyAnalysis) -> DocumentSection {
    let times: [(String, [Double])] = [
      (say("Issue raised to decided", "課題の提起から判断まで"), report.issueHours),
      (say("Decision made to done", "決定から完了まで"), report.decisionHours),
      (say("Cycle planned to acted", "計画から改善判断まで"), analysis.leadTimes.compactMap(\.planToAct)),
      (say("Cycle checked to acted", "評価から改善判断まで"), analysis.leadTimes.compactMap(\.checkToAct)),
      (say("Lesson offered to adopted", "教訓の提案から採用まで"), analysis.adoptionDays.map { $0 * 24 }),
    ]
    let lines = times.compactMap { label, hours -> String? in
      guard let median = Descriptive.median(hours) else { return nil }
      let time = TimeTaken.text(hours: median, language)
      return labeled(
        label, say("median \(time) (n=\(hours.count))", "中央値\(time)（n=\(hours.count)）"))
    }
    return section(
      say("Lead times", "リードタイム"), [.list(lines)],
      nothing: say("Nothing was decided or finished.", "判断・完了したものはありません。"))
  }

  func reuse(_ analysis: MonthlyAnalysis) -> DocumentSection {
    let reuse = analysis.reuse
    let rate = reuse.rate.map { NumberText(language: language, isProportion: true).computed($0) }
    let line = rate.map {
      say(
        "\(reuse.reused) of \(reuse.lessons) validated lessons adopted by other departments (\($0)).",
        "検証済みの教訓\(reuse.lessons)件のうち、他部門で採用されたもの\(reuse.reused)件（再利用率\($0)）。")
    }
    return section(
      say("Reuse of lessons", "教訓の再利用"), [.paragraph(line ?? "")],
      nothing: say("No lesson is validated.", "検証済みの教訓はありません。"))
  }

  func coverage(_ analysis: MonthlyAnalysis) -> DocumentSection {
    section(
      say("Training by layer", "階層別の研修受講"),
      [
        .table(
          columns: [
            say("Department", "部門"), say("Layer", "階層"), say("Trained", "受講済み"),
            say("People", "人数"),
          ],
          numeric: [2, 3],
          rows: analysis.coverage.map { row in
            [
              "\(row.department)", row.layer.words(language), NumberText.whole(row.trained),
              NumberText.whole(row.people),
            ]
          })
      ],
      nothing: say("There are no members.", "メンバーは未登録です。"))
  }
}
