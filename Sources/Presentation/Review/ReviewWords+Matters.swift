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
    let cause = extent.isBrief ? words.shortCause : words.cause
    let facts =
      isInLead
      ? [cause.map { labeled(words.name, $0) }] : [words.sentence] + words.waiting + [cause]
    return [
      .paragraph(facts.compactMap(\.self).joined(separator: say(" ", ""))),
      .commands(steps(on: matter).filter(isTheirs).map(command)),
    ]
  }

  /// A reader with little time takes note of all changes at once, at the end.
  private func steps(on matter: ReviewMatter) -> [ReviewStep] {
    report.steps(on: matter).filter { !extent.isBrief || $0.kind != .acknowledgeSignal }
  }

  func command(_ step: ReviewStep) -> DocumentCommand {
    DocumentCommand(label: step.label(language), command: step.command(language))
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
    let all = outcomesFirst(report.improving) + report.shifting
    // The first paragraph has named what lasts; beside something that is getting worse that is enough.
    let matters =
      extent.isWeek && !report.worsening.isEmpty ? all.filter(\.isNew) : all
    guard !matters.isEmpty else { return nil }
    return DocumentSection(
      title: say("Got better", "良くなったこと"),
      blocks: (extent.isBrief ? brief(matters) : full(matters)).filter { !$0.isEmpty })
  }

  private func full(_ matters: [ReviewMatter]) -> [DocumentBlock] {
    let told = matters.map { matter in
      let words = MatterWords(words: self, matter: matter)
      return ([words.sentence] + [words.cause].compactMap(\.self)).joined(separator: say(" ", ""))
    }
    let steps = matters.flatMap { $0.pending.prefix(1) }.map(ReviewStep.acknowledge)
    return [
      .list(told), .paragraph(report.hasCause(matters) ? caution : ""),
      .commands(steps.filter(isTheirs).map(command)),
    ]
  }

  /// What is new as sentences; what has lasted as levels, since when, and what was aimed at it.
  private func brief(_ matters: [ReviewMatter]) -> [DocumentBlock] {
    let ordered = matters.filter(\.isNew) + matters.filter { !$0.isNew }
    let told = ordered.map { matter in
      let words = MatterWords(words: self, matter: matter)
      guard matter.isNew || !matter.isSustained else { return words.standing }
      return ([words.sentence] + [words.shortCause].compactMap(\.self))
        .joined(separator: say(" ", ""))
    }
    let explained = extent.isWeek ? matters.filter(\.isNew) : matters
    return [.list(told), .paragraph(report.hasCause(explained) ? caution : "")]
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
