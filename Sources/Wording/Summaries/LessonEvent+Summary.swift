package import Bilingual
package import Domain

extension LessonEvent {
  package var summary: Phrase {
    switch self {
    case .drafted(let draft):
      Phrase(
        en: "Lesson of a \(draft.kind.words.en) drafted from \(Phrase(listing: draft.cycles).en)",
        ja: "\(Phrase(listing: draft.cycles).ja) から\(draft.kind.words.ja)の教訓を起案"
      ).stating(draft.title).with(
        draft.forTraining ? Phrase(en: "for training", ja: "研修向け") : nil)
    case .validated(let note, let alone):
      Phrase(en: "Validated", ja: "検証").with(
        alone ? Phrase(en: "by its author alone", ja: "起案者本人のみ") : nil,
        note.map(Phrase.init(both:)))
    case .rollOutProposed(let departments, let why):
      Phrase(
        en: "Roll-out proposed to \(Phrase(listing: departments).en)",
        ja: "\(Phrase(listing: departments).ja) への横展開を提案"
      ).stating(why)
    case .retired(let reason): Phrase(en: "Retired", ja: "廃止").stating(reason)
    }
  }
}

extension AdoptionEvent {
  package var summary: Phrase {
    switch self {
    case .adopted(let lesson, let cycle, let note, _):
      Phrase(en: "\(lesson) adopted", ja: "教訓 \(lesson) を採用").with(
        cycle.map { Phrase(en: "in \($0)", ja: "\($0) で試行") }, note.map(Phrase.init(both:)))
    case .declined(let lesson, let reason, _):
      Phrase(en: "\(lesson) declined", ja: "教訓 \(lesson) を見送り").stating(reason)
    case .reuseMeasured(let lesson, let kpi, let before, let after, let days, let note):
      Phrase(
        en: "Effect of \(lesson) on \(kpi): from \(before.roundedWords) to \(after.roundedWords)",
        ja: "教訓 \(lesson) の効果: \(kpi) が\(before.roundedWords)から\(after.roundedWords)へ"
      ).with(
        days.map { Phrase(en: "after \($0) day\($0 == 1 ? "" : "s")", ja: "\($0)日後") },
        note.map(Phrase.init(both:)))
    }
  }
}

extension IssueEvent {
  package var summary: Phrase {
    switch self {
    case .raised(let issue, let layer, let cycle):
      Phrase(en: "Raised to the \(layer.words.en) layer", ja: "\(layer.words.ja)へ提起")
        .stating(issue).with(cycle.map { Phrase(both: "\($0)") })
    case .decided(let decision, let why):
      Phrase(en: "Decided", ja: "決定").stating(decision).with(why.map(Phrase.init(both:)))
    }
  }
}
