import Bilingual
import Office
import Presentation

extension Desk {
  /// An answer that says of when it is.
  func answer(stating moment: Moment) -> Answer {
    var answer = answer
    answer.moment = Answer.Stated(
      line: moment.line { self.moment($0) }(answer.language), json: moment.json)
    return answer
  }
}
