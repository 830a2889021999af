package import Bilingual
package import Domain

extension AdoptionRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .ownLesson(let lesson):
      Phrase(
        en:
          "\(lesson) is \(lesson.department)'s own lesson: only other departments adopt or decline it.",
        ja: "教訓 \(lesson) は \(lesson.department) 自身の教訓です。採用や見送りを決めるのは、ほかの部門です。")
    case .unknownLesson(let lesson):
      Phrase(en: "There is no lesson \(lesson).", ja: "教訓 \(lesson) はありません。")
    case .notValidated(let lesson):
      Phrase(
        en: "\(lesson) cannot be decided on: it has not been validated.",
        ja: "教訓 \(lesson) はまだ検証されていないため、採用も見送りも決められません。")
    case .lessonRetired(let lesson):
      Phrase(
        en: "\(lesson) cannot be adopted or declined: it has been retired.",
        ja: "教訓 \(lesson) は廃止されているため、採用も見送りも決められません。")
    case .machineCannotDecide(let lesson):
      Phrase(
        en: "\(lesson) cannot be decided on by a machine account: people adopt or decline.",
        ja: "教訓 \(lesson) の採否は、自動処理用のアカウントでは決められません。人が決めます。")
    case .foreignCycle(let lesson, let cycle, let department):
      Phrase(
        en:
          "\(lesson) cannot be adopted with \(cycle): that is not a cycle of \(department), which adopts it.",
        ja: "教訓 \(lesson) の採用に \(cycle) は使えません。採用する \(department) のミニPDCAではありません。")
    case .unknownCycle(let lesson, let cycle):
      Phrase(
        en: "\(lesson) cannot be adopted with \(cycle): there is no such cycle.",
        ja: "教訓 \(lesson) の採用に指定された \(cycle) はありません。")
    case .alreadyAdopted(let lesson, let cycle):
      Phrase(
        en:
          "\(lesson) has been adopted already\(cycle.map { " with the cycle \($0)" } ?? ""), which stands.",
        ja: "教訓 \(lesson) はすでに\(cycle.map { "ミニPDCA \($0) で" } ?? "")採用されており、変更できません。")
    case .alreadyDeclined(let lesson, let reason):
      Phrase(
        en: "\(lesson) has been declined already (\"\(reason)\").",
        ja: "教訓 \(lesson) はすでに見送られています（理由：「\(reason)」）。")
    case .notAdopted(let lesson):
      Phrase(
        en: "The reuse of \(lesson) cannot be measured: it has not been adopted here.",
        ja: "教訓 \(lesson) はこの部門で採用されていないため、再利用の効果を測定できません。")
    case .unknownKPI(let lesson, let kpi):
      Phrase(
        en: "The reuse of \(lesson) cannot be measured: there is no KPI \(kpi).",
        ja: "教訓 \(lesson) の再利用を測定できません。重要業績評価指標 \(kpi) はありません。")
    case .notFinite(let lesson, let value):
      Phrase(
        en: "The reuse of \(lesson) cannot be measured: \(value) is not a number to reckon with.",
        ja: "教訓 \(lesson) の再利用を測定できません。\(value) は有効な数値ではありません。")
    case .leadTimeOutOfRange(let lesson, let days):
      Phrase(
        en:
          "The reuse of \(lesson) cannot be measured: a lead time of \(days) days is not between 0 and 36,500.",
        ja: "教訓 \(lesson) の再利用を測定できません。リードタイム（\(days)日）は0日から36,500日の間で指定します。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .ownLesson(let lesson): [.proposeRollOut(lesson)]
    case .unknownLesson: [.listLessons, .searchLessons]
    case .notValidated(let lesson): [.validate(lesson)]
    case .lessonRetired: [.searchLessons]
    case .machineCannotDecide(let lesson):
      [
        Step(
          en: "Ask a person to run", ja: "担当者に実行してもらう", "pdca lesson adopt \(lesson)")
      ]
    case .foreignCycle(let lesson, _, let department):
      [.adopt(lesson, with: "\(department)-<n>", "\(department)-<番号>"), .adopt(lesson)]
    case .unknownCycle(let lesson, let cycle):
      [.adopt(lesson, with: "\(cycle.department)-<n>", "\(cycle.department)-<番号>"), .adopt(lesson)]
    case .alreadyAdopted(let lesson, _): [.measure(lesson)]
    case .alreadyDeclined(let lesson, _):
      [
        Step(
          en: "Adopt it after all", ja: "方針を変えて採用する", "pdca lesson adopt \(lesson)")
      ]
    case .notAdopted(let lesson): [.adopt(lesson)]
    case .unknownKPI(let lesson, _), .notFinite(let lesson, _), .leadTimeOutOfRange(let lesson, _):
      [.measure(lesson)]
    }
  }
}

extension Step {
  fileprivate static func adopt(_ lesson: ItemID) -> Step {
    Step(en: "Adopt it", ja: "採用する", "pdca lesson adopt \(lesson)")
  }

  fileprivate static func adopt(
    _ lesson: ItemID, with english: String, _ japanese: String
  ) -> Step {
    Step(
      en: "Adopt it with a cycle of yours", "pdca lesson adopt \(lesson) --cycle \(english)",
      ja: "自部門のミニPDCAで採用する", "pdca lesson adopt \(lesson) --cycle \(japanese)")
  }

  fileprivate static func measure(_ lesson: ItemID) -> Step {
    Step(
      en: "Measure its effect",
      "pdca lesson measure \(lesson) <kpi> --before <number> --after <number>",
      ja: "効果を測定する", "pdca lesson measure \(lesson) <KPI> --before <数値> --after <数値>")
  }
}
