import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

/// What is getting worse, and what got better.
extension ReviewWords {
  /// Not decided on yet, then what was.
  var worse: DocumentSection? {
    let open = report.worsening
    let answered = report.answered
    guard !open.isEmpty || !answered.isEmpty else { return nil }
    let blocks = open.prefix(extent.matters).enumerated().flatMap { place, matter in
      told(matter, isInLead: place == 0 && extent.isBrief)
    }
    let rest = open.dropFirst(extent.matters).map { MatterWords(words: self, matter: $0).sentence }
    return DocumentSection(
      title: say("Getting worse", "悪くなっていること"),
      blocks: blocks + [.list(rest), .list(answered.map(told))].filter { !$0.isEmpty })
  }

  /// - Parameter isInLead: whether the first paragraph has told of it already.
  private func told(_ matter: ReviewMatter, isInLead: Bool) -> [DocumentBlock] {
    let words = MatterWords(words: self, matter: matter)
    let told =
      isInLead ? [words.name + say(": see above.", "（上記）")] : [words.sentence] + words.waiting
    let facts = told + [words.cause].compactMap(\.self)
    let steps = report.steps(on: matter).filter(isTheirs).map {
      DocumentCommand(label: $0.label(language), command: $0.command(language))
    }
    return [.paragraph(facts.joined(separator: say(" ", ""))), .commands(steps)]
  }

  private func isTheirs(_ step: ReviewStep) -> Bool {
    report.audience.map { AudienceCut.takes($0, step.kind) } ?? true
  }

  private func told(_ answered: (matter: ReviewMatter, answer: MatterAnswer)) -> String {
    let sentence = MatterWords(words: self, matter: answered.matter).sentence
    switch answered.answer {
    case .decision(let date):
      return sentence + say(" Decided on \(day(date)).", "\(day(date))に方針を決めています。")
    case .cycle(let cycle):
      return sentence
        + say(
          " \(cycle.id) (\(cycle.title)) is at work on it.", "\(cycle.id)「\(cycle.title)」で取り組み中です。")
    }
  }

  var better: DocumentSection? {
    let matters = outcomesFirst(report.improving) + report.shifting
    guard !matters.isEmpty else { return nil }
    let told = matters.prefix(extent.improvements).map { matter in
      let words = MatterWords(words: self, matter: matter)
      return ([words.sentence] + [words.cause].compactMap(\.self)).joined(separator: say(" ", ""))
    }
    let steps = matters.flatMap { $0.pending.prefix(1) }.map(ReviewStep.acknowledge).filter(
      isTheirs
    )
    .map { DocumentCommand(label: $0.label(language), command: $0.command(language)) }
    return DocumentSection(
      title: say("Got better", "良くなったこと"),
      blocks: [
        .list(Array(told)), .paragraph(report.hasCause(matters) ? caution : ""), .commands(steps),
      ].filter { !$0.isEmpty })
  }

  /// What the work brings about comes before how much work there was.
  func outcomesFirst(_ matters: [ReviewMatter]) -> [ReviewMatter] {
    matters.filter { $0.kpi.kind == .outcome } + matters.filter { $0.kpi.kind != .outcome }
  }

  /// A month in which something began, with its year where that isn't the review's.
  func month(of instant: Instant) -> String {
    DateText.bound(
      report.material.span.zone.date(at: instant), .monthly, language, in: report.days.last)
  }
}
