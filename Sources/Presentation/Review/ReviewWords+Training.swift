import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

extension ReviewWords {
  var training: DocumentSection {
    let training = report.training
    return section(
      say("Training", "研修"),
      listed(say("In the period", "期間内"), training.sessions.map(told))
        + listed(say("Coming", "今後の予定"), training.coming.map(named))
        + listed(say("Concepts to be chosen or declined", "採否待ちの活用構想"), concepts)
        + listed(say("Sessions that brought no concept", "活用構想が出ていない研修"), barren),
      nothing: say("No session was held or is coming.", "実施した研修も予定されている研修もありません。"))
  }

  /// Use-case concepts that wait for who may invest.
  var concepts: [String] {
    report.waitingConcepts.map { concept in
      say(
        "\(concept.id) \(concept.title) (\(concept.kpi), first step by \(day(concept.firstStepBy)))",
        "\(concept.id) \(concept.title)（\(concept.kpi)、最初の一歩は\(day(concept.firstStepBy))まで）")
    }
  }

  private var barren: [String] {
    report.material.barrenSessions.map { session in
      say(
        "\(day(session.date)) \(session.title) (\(session.attendees) attended)",
        "\(day(session.date)) \(session.title)（出席\(session.attendees)人）")
    }
  }

  private func told(_ outcome: SessionOutcome) -> String {
    let came =
      outcome.attended == 0
      ? say("no attendance recorded", "出席の記録なし")
      : say(
        "\(NumberText.whole(outcome.attended)) attended", "出席\(NumberText.whole(outcome.attended))人"
      )
    return labeled(named(outcome.session), list([came] + outcome.evaluations.map(told)))
  }

  private func named(_ session: SessionRow) -> String {
    let layers = list(session.layers.map { $0.words(language) })
    return say(
      "\(day(session.date)) \(session.title) (\(layers))",
      "\(day(session.date)) \(session.title)（\(layers)）")
  }

  private func told(_ evaluation: EvaluationRow) -> String {
    let what = evaluation.score.map { NumberText(language: language).computed($0) + "%" }
    let told = what ?? evaluation.note ?? ""
    return say("level \(evaluation.level): \(told)", "レベル\(evaluation.level)の評価\(told)")
  }
}
