import Bilingual
import Domain
import ReadModels
import Wording

extension CycleRow {
  /// The prediction against the level that it starts from, and what it was at first.
  func prediction(_ numbers: NumberText, _ answer: Answer) -> String {
    guard let predicted else { return "–" }
    let from =
      baseline.map {
        answer.say("from \(numbers.computed($0))", "現状 \(numbers.computed($0))")
      } ?? answer.say("no observation yet", "実績値なし")
    let first =
      originalPrediction == predicted
      ? nil
      : originalPrediction.map {
        answer.say("first \(numbers.recorded($0))", "当初 \(numbers.recorded($0))")
      }
    let notes = [from, first].compactMap(\.self).joined(separator: answer.say(", ", "、"))
    let level =
      range.map {
        answer.say(
          "\(numbers.recorded($0.low)) to \(numbers.recorded($0.high))",
          "\(numbers.recorded($0.low))〜\(numbers.recorded($0.high))")
      } ?? numbers.recorded(predicted)
    return answer.say("\(level) (\(notes))", "\(level)（\(notes)）")
  }
}
