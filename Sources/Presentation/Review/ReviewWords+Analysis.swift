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
    let known = [trend.before?.mean, trend.now.mean, trend.change, trend.toTarget]
    var texts = numbers.alike(known.compactMap(\.self))[...]
    let cells = known.map { $0 == nil ? nil : texts.removeFirst() }
    return [
      named(trend.entry.kpi),
      cells[0].map { level($0, trend.before?.count, numbers) } ?? "–",
      cells[1].map { level($0, trend.now.count, numbers) } ?? "–",
      signed(trend.change, cells[2], numbers), signed(trend.toTarget, cells[3], numbers),
    ]
  }

  /// A difference; between two percentages lie points.
  private func signed(_ value: Double?, _ text: String?, _ numbers: NumberText) -> String {
    guard let value, let text else { return "–" }
    let sign = (value > 0 ? "+" : "") + text
    return numbers.isProportion
      ? sign.filter { $0 != "%" } + say(" points", "ポイント") : sign
  }

  private func level(_ text: String, _ count: Int?, _ numbers: NumberText) -> String {
    let unit = numbers.axisUnit.map { say(" \($0)", $0) } ?? ""
    return text + unit + (extent.isBrief ? "" : " (n=\(count ?? 0))")
  }

  var comparison: DocumentSection {
    section(
      say("Departments", "部門別"),
      [
        .table(
          columns: [
            say("Department", "部門"), say("Actions", "実施件数"), say("People", "人数"),
            say("Opened", "開始"), say("Checked", "評価"), say("Met", "達成"), say("Overdue", "期限切れ"),
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
        label, say("median \(time) (n=\(hours.count))", "中央値\(time)（\(hours.count)件）"))
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
      [extent.isBrief ? .paragraph(missing(analysis)) : table(analysis)],
      nothing: say("There are no members.", "メンバーは未登録です。"))
  }

  private func table(_ analysis: MonthlyAnalysis) -> DocumentBlock {
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
  }

  /// How many were trained, and where somebody was not.
  private func missing(_ analysis: MonthlyAnalysis) -> String {
    let rows = analysis.coverage
    guard !rows.isEmpty else { return "" }
    let trained = rows.map(\.trained).reduce(0, +)
    let people = rows.map(\.people).reduce(0, +)
    let left = rows.filter { $0.trained < $0.people }.map { row in
      let (name, count) = (report.name(of: row.department), row.people - row.trained)
      let layer = row.layer.words
      return say("\(count) of \(name) (\(layer.en))", "\(name)の\(layer.ja)\(count)人")
    }
    return say(
      "\(trained) of \(people) people\(left.isEmpty ? "" : "; not yet: \(list(left))").",
      "\(people)人中\(trained)人が受講済み\(left.isEmpty ? "" : "（未受講: \(list(left))）")。")
  }
}
