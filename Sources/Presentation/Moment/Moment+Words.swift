package import Bilingual
package import CanonicalJSON
package import CivilTime
import Domain
package import Office

extension Moment {
  /// What time it is then, in JSON's words.
  package var json: JSONObject {
    var members: JSONObject = [:]
    if let recorded {
      members["asOf"] = [
        "instant": JSON("\(recorded.at)"), "name": recorded.json,
        "positions": JSON(
          positions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) }),
      ]
    }
    if let trueBy { members["effective"] = JSON("\(trueBy)") }
    return members
  }

  /// The line on top of an answer; `show` writes an instant as people read it.
  package func line(_ show: (Instant) -> String) -> Phrase {
    guard let trueBy else { return recordedLine(show) }
    let then = show(trueBy)
    guard recorded != nil else {
      return Phrase(en: "True at \(then), as known now.", ja: "\(then) に有効だった内容 (現在の記録による)")
    }
    let known = recordedName(show)
    return Phrase(
      en: "True at \(then), as known at \(known.en).", ja: "\(then) に有効だった内容 (\(known.ja) 時点の記録による)"
    )
  }

  private func recordedLine(_ show: (Instant) -> String) -> Phrase {
    let name = recordedName(show)
    return Phrase(en: "As of \(name.en).", ja: "\(name.ja) 時点の記録")
  }

  private func recordedName(_ show: (Instant) -> String) -> Phrase {
    guard let recorded else { return Phrase(both: "") }
    let then = show(recorded.at)
    return switch recorded.name {
    case .instant: Phrase(both: then)
    case .position(let reference): Phrase(both: "\(reference) (\(then))")
    case .review(let id):
      Phrase(en: "the snapshot of \(id) (\(then))", ja: "\(id) の確定記録 (\(then))")
    }
  }
}

extension Moment.Recorded {
  fileprivate var json: JSON? {
    switch name {
    case .instant: nil
    case .position(let reference): JSON(reference)
    case .review(let id): JSON("\(id)")
    }
  }
}
