package import CanonicalJSON
import CivilTime
import Domain
import ReadModels

extension ProbableCause {
  /// Facts without any language's words; names are stable.
  package var json: JSON {
    [
      "kind": JSON(kind.rawValue), "about": JSON(events[0].about) ?? .null,
      "text": JSON(events[0].text), "scope": JSON(scope.rawValue), "from": JSON("\(day)"),
      "daysBefore": JSON(daysBefore), "events": JSON(events.count),
      "evidence": JSON(Array(evidence.prefix(20))),
      "score": [
        "total": JSON(score.total), "nearness": JSON(score.nearness), "scope": JSON(score.scope),
        "acceptance": JSON(score.acceptance), "precedent": JSON(score.precedent),
      ], "accepted": JSON(outcome.accepted), "rejected": JSON(outcome.rejected),
      "precedents": JSON(precedents), "hypothesis": JSON(hypothesis?.number) ?? .null,
      "isAimed": JSON(isAimed),
      "hypothesisAccepted": JSON(hypothesis?.accepted) ?? .null,
    ]
  }
}
