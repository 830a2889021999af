import Bilingual
import EventLog
import Terminal
import Wording

extension MissingRight {
  /// What was refused, and what is missing for it.
  var refused: Phrase {
    if right == "page" {
      return Phrase(
        en: "the page can't record this. Nothing was saved.",
        ja: "この操作はページからは記録できません。何も保存されていません。")
    }
    let needed = Self.name(of: right)
    return Phrase(
      en: "\(safe(person)) may not do this in \(safe(department)): it needs the right \(needed.en)."
        + " Nothing was saved.",
      ja: "\(safe(person)) には \(safe(department)) での「\(needed.ja)」の権限がありません。何も保存されていません。")
  }

  /// Who can grant it.
  var steps: [Step] {
    if administrators.isEmpty { return [] }
    let names = administrators.map(safe)
    return [
      Step(
        Phrase(
          en: "Ask an administrator: \(names.joined(separator: ", ")). See  "
            + "pdca member list --rights",
          ja: "管理者（\(names.joined(separator: "、"))）に依頼してください。権限の一覧:  pdca member list --rights"))
    ]
  }

  /// A right in words that complete "the right …".
  static func name(of right: String) -> Phrase {
    switch right {
    case "record": Phrase(en: "to record daily work", ja: "日々の記録")
    case "judge": Phrase(en: "to check and act on cycles", ja: "ミニPDCAの評価・処置")
    case "lead": Phrase(en: "to lead KPIs, lessons and practices", ja: "KPI・教訓・標準化の管理")
    case "review": Phrase(en: "to hold reviews", ja: "レビューの実施")
    case "resolve": Phrase(en: "to decide in reviews and on issues", ja: "レビュー・課題の決定")
    case "share": Phrase(en: "to roll out and adopt lessons", ja: "横展開・採用")
    case "propose": Phrase(en: "to propose hypotheses", ja: "原因仮説の提起")
    case "train": Phrase(en: "to design training", ja: "研修設計")
    case "decide":
      Phrase(en: "to set strategy and approve designs", ja: "戦略の決定・研修設計の承認")
    default: Phrase(en: "to administer the organization", ja: "組織の管理")
    }
  }
}
