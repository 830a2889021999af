package import Bilingual
package import Domain

extension LessonRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .noCycle:
      Phrase(
        en: "The lesson cannot be drafted: it names no cycle that it was learned from.",
        ja: "教訓を起案できません。もとになったミニPDCAが指定されていません。")
    case .unknownCycles(let cycles):
      Phrase(
        en: "The lesson cannot be drafted: there is no such cycle: \(Phrase(listing: cycles).en).",
        ja: "教訓を起案できません。次のミニPDCAはありません：\(Phrase(listing: cycles).ja)")
    case .noCheckedCycle(let cycles):
      Phrase(
        en:
          "The lesson cannot be drafted: no cycle that it names has been checked (\(Phrase(listing: cycles).en)), so there is no result to learn from.",
        ja: "教訓を起案できません。もとになったミニPDCA（\(Phrase(listing: cycles).ja)）はまだ評価されておらず、学ぶべき結果がありません。")
    case .alreadyDrafted(let lesson):
      Phrase(en: "\(lesson) has been drafted already.", ja: "教訓 \(lesson) は、すでに起案されています。")
    case .notDrafted(let lesson):
      Phrase(en: "There is no lesson \(lesson).", ja: "教訓 \(lesson) はありません。")
    case .machineCannotValidate(let lesson):
      Phrase(
        en:
          "\(lesson) cannot be validated by a machine account: people decide what has been learned.",
        ja: "教訓 \(lesson) は自動処理用のアカウントでは検証できません。検証は人が行います。")
    case .validatedByAuthor(let lesson, let author):
      Phrase(
        en: "\(lesson) cannot be validated by its author (\(author)): it needs another person.",
        ja: "教訓 \(lesson) は、起案者本人（\(author)）では検証できません。別の人の検証が必要です。")
    case .alreadyValidated(let lesson, let account):
      Phrase(
        en: "\(lesson) has been validated already\(account.map { " by \($0)" } ?? "").",
        ja: "教訓 \(lesson) は、すでに\(account.map { " \($0) が検証しています" } ?? "検証されています")。")
    case .notValidated(let lesson):
      Phrase(
        en: "\(lesson) cannot be proposed for roll-out: it has not been validated.",
        ja: "教訓 \(lesson) はまだ検証されていないため、横展開を提案できません。")
    case .noDepartments(let lesson):
      Phrase(
        en: "\(lesson) cannot be proposed for roll-out: no department is named.",
        ja: "教訓 \(lesson) の横展開を提案できません。展開先の部門が指定されていません。")
    case .ownDepartment(let lesson, let department):
      Phrase(
        en: "\(lesson) cannot be proposed to \(department): the lesson is that department's own.",
        ja: "教訓 \(lesson) は \(department) 自身の教訓なので、同じ部門への横展開は提案できません。")
    case .notOpen(let lesson, let departments):
      Phrase(
        en:
          "\(lesson) cannot be proposed to \(Phrase(listing: departments).en): not among the open departments.",
        ja: "教訓 \(lesson) は \(Phrase(listing: departments).ja) に横展開を提案できません。閉鎖済み、または未登録の部門です。")
    case .machineCannotRetire(let lesson):
      Phrase(
        en: "\(lesson) cannot be retired by a machine account: people decide what still holds.",
        ja: "教訓 \(lesson) は自動処理用のアカウントでは廃止できません。廃止は人が判断します。")
    case .alreadyRetired(let lesson, let reason):
      Phrase(
        en: "\(lesson) has been retired (\"\(reason)\"); nothing more can happen to it.",
        ja: "教訓 \(lesson) はすでに廃止されています（理由：「\(reason)」）。これ以上の操作はできません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .noCycle, .unknownCycles:
      [
        Step(
          en: "Name a checked cycle", "pdca lesson draft \"<title>\" --cycle <id>",
          ja: "評価済みのミニPDCAを指定する", "pdca lesson draft \"<題名>\" --cycle <ID>")
      ]
    case .noCheckedCycle(let cycles):
      cycles.prefix(1).map {
        Step(en: "Check the cycle first", ja: "先にミニPDCAを評価する", "pdca check \($0)")
      }
    case .alreadyDrafted(let lesson):
      [
        .showLesson(lesson),
        Step(
          en: "Draft another", "pdca lesson draft \"<title>\" --cycle <id>",
          ja: "別の教訓を起案する", "pdca lesson draft \"<題名>\" --cycle <ID>"),
      ]
    case .notDrafted: [.listLessons]
    case .machineCannotValidate(let lesson), .validatedByAuthor(let lesson, _):
      [Step(en: "Ask a colleague to run", ja: "同僚に実行してもらう", "pdca lesson validate \(lesson)")]
    case .alreadyValidated(let lesson, _): [.showLesson(lesson), .proposeRollOut(lesson)]
    case .notValidated(let lesson): [.validate(lesson)]
    case .noDepartments(let lesson), .ownDepartment(let lesson, _), .notOpen(let lesson, _):
      [.proposeRollOut(lesson)]
    case .machineCannotRetire(let lesson):
      [
        Step(
          en: "Ask a person to run", "pdca lesson retire \(lesson) --reason \"<why>\"",
          ja: "担当者に実行してもらう", "pdca lesson retire \(lesson) --reason \"<理由>\"")
      ]
    case .alreadyRetired(let lesson, _): [.showLesson(lesson), .searchLessons]
    }
  }
}
