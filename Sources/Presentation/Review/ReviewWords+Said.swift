import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

/// What people wrote, with how much it was beside the period before.
extension ReviewWords {
  var said: DocumentSection? {
    let quotes = ReviewQuotes(report, most: extent.quotes).actions.map(told)
    let obstacles = report.material.obstacles.map { obstacle in
      say(
        "Obstacle in \(obstacle.department)-\(obstacle.cycle): \(obstacle.obstacle) (\(person(obstacle.reportedBy)))",
        "障害（\(obstacle.department)-\(obstacle.cycle)）:「\(obstacle.obstacle)」（\(person(obstacle.reportedBy))）"
      )
    }
    guard !quotes.isEmpty || !obstacles.isEmpty else { return nil }
    return DocumentSection(
      title: say("What people wrote", "現場の記録から"),
      blocks: extent.isQuiet
        ? [.paragraph((obstacles + quotes)[0])] : [.paragraph(counts), .list(obstacles + quotes)])
  }

  private func told(_ action: WrittenAction) -> String {
    let minutes = action.minutes.map { say(", \($0) min", "、\($0)分") } ?? ""
    let mark = action.isOfNewKind ? say(", new", "、新しい取り組み") : ""
    return say(
      "“\(action.text)” (\(report.names(action.by)), \(action.cycle)\(minutes)\(mark))",
      "「\(action.text)」（\(report.names(action.by))、\(action.cycle)\(minutes)\(mark)）")
  }

  /// This period's, and the one before's.
  var counts: String {
    let (now, before) = (report.material.actions.total, report.material.earlierActions.total)
    let last =
      switch report.review.period {
      case .week: say("the week before", "前週")
      case .month: say("the month before", "前月")
      }
    if extent.isQuiet, now.actions == 0, before.actions == 0 { return "" }
    guard now.actions > 0 else {
      return say(
        "Nobody logged an action (\(last): \(NumberText.whole(before.actions))).",
        "実施の記録はありません（\(last) \(NumberText.whole(before.actions))件）。")
    }
    return say(
      "\(NumberText.whole(now.actions)) \(now.actions == 1 ? "action" : "actions") by \(now.people) \(now.people == 1 ? "person" : "people") in \(time(now)) "
        + "(\(last): \(earlier(before))).",
      "実施\(NumberText.whole(now.actions))件・\(now.people)人・\(time(now))（\(last) \(earlier(before))）。"
    )
  }

  private func earlier(_ tally: ActionTotal) -> String {
    let count = NumberText.whole(tally.actions)
    guard tally.actions > 0 else { return say(count, "\(count)件") }
    return say(
      "\(count), \(tally.people), \(time(tally))", "\(count)件・\(tally.people)人・\(time(tally))")
  }

  private func time(_ tally: ActionTotal) -> String {
    tally.minutes == 0
      ? say("no time noted", "時間の記録なし")
      : tally.minutes < 60
        ? TimeTaken.text(hours: Double(tally.minutes) / 60, language)
        : hours((Double(tally.minutes) / 60).rounded())
  }

  /// Work is counted in hours, however many.
  private func hours(_ hours: Double) -> String {
    let text = NumberText.whole(Int(hours))
    return say("\(text) \(hours == 1 ? "hour" : "hours")", "\(text)時間")
  }
}

/// Actions of all departments together.
struct ActionTotal {
  var actions = 0
  var minutes = 0
  var people = 0
}

extension [ActionTally] {
  var total: ActionTotal {
    reduce(into: ActionTotal()) { total, tally in
      total.actions += tally.actions
      total.minutes += tally.minutes
      total.people += tally.people
    }
  }
}
