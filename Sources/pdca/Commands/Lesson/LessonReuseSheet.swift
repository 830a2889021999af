import Domain
import Office
import ReadModels
import Statistics
import Terminal
import Wording

/// How far lessons went, and how fast.
struct LessonReuseSheet {
  let rate: ReuseRate
  let lessons: [ItemID: LessonReuse]
  /// Days from offer to adoption.
  let adoptionDays: [Double]

  init(_ reach: LessonReach) {
    (rate, lessons, adoptionDays) = (reach.rate, reach.lessons, reach.adoptionDays)
  }

  /// One line on all lessons; none while no lesson is validated.
  func lines(_ answer: Answer) -> [String] {
    guard let share = rate.rate else { return [] }
    let percent = NumberText(language: answer.language, isProportion: true).computed(share)
    let pace = Descriptive.median(adoptionDays).map { days in
      let median = TimeTaken.text(hours: days * 24, answer.language)
      return answer.say(
        ", in a median of \(median) from the offer (n=\(adoptionDays.count))",
        "、提案から採用までの中央値は\(median)（n=\(adoptionDays.count)）")
    }
    return [""]
      + answer.layout.paragraph(
        answer.say(
          "Reuse: \(rate.reused) of \(rate.lessons) validated lessons adopted by other departments "
            + "(\(percent))\(pace ?? "").",
          "再利用: 検証済みの教訓\(rate.lessons)件のうち\(rate.reused)件を他部門が採用（再利用率\(percent)）"
            + "\(pace ?? "")。"))
  }
}
