import Domain

extension Step {
  static func showLesson(_ lesson: ItemID) -> Step {
    Step(en: "See it", ja: "内容を確認する", "pdca lesson show \(lesson)")
  }

  static func validate(_ lesson: ItemID) -> Step {
    Step(en: "Have it validated", ja: "検証してもらう", "pdca lesson validate \(lesson)")
  }

  static func proposeRollOut(_ lesson: ItemID) -> Step {
    Step(
      en: "Propose it to an open department",
      "pdca lesson propose \(lesson) --to <department> \"<why>\"",
      ja: "運営中の別の部門に提案する", "pdca lesson propose \(lesson) --to <部門> \"<理由>\"")
  }

  static var listLessons: Step {
    Step(en: "See the lessons there are", ja: "教訓の一覧を見る", "pdca lesson list")
  }

  static var searchLessons: Step {
    Step(
      en: "Look for another", "pdca lesson search \"<words>\"", ja: "ほかの教訓を探す",
      "pdca lesson search \"<キーワード>\"")
  }
}
