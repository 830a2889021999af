import Bilingual
import CivilTime
import Domain

extension Step {
  static func showDesign(_ design: ItemID) -> Step {
    Step(en: "See it", ja: "内容を確認する", "pdca design show \(design)")
  }

  static var listDesigns: Step {
    Step(en: "See the designs there are", ja: "研修設計の一覧を見る", "pdca design list")
  }

  static func approve(_ design: ItemID, en: String, ja: String) -> Step {
    Step(en: en, ja: ja, "pdca design approve \(design)")
  }

  /// Both answers that a design can give to a lesson.
  static func answers(to lesson: ItemID, in design: ItemID) -> [Step] {
    [
      Step(
        en: "Take \(lesson) up", "pdca design incorporate \(design) \(lesson) --item <n>",
        ja: "\(lesson) を反映する", "pdca design incorporate \(design) \(lesson) --item <番号>"),
      .decline(lesson, in: design, en: "or decline it", ja: "または見送る"),
    ]
  }

  static func decline(_ lesson: ItemID, in design: ItemID, en: String, ja: String) -> Step {
    let command = "pdca design decline \(design) \(lesson)"
    return Step(en: en, "\(command) --reason \"<why>\"", ja: ja, "\(command) --reason \"<理由>\"")
  }

  static func schedule(_ design: ItemID) -> Step {
    Step(
      en: "Schedule a session",
      "pdca design schedule \(design) \"<title>\" --on <date> --for <layer>",
      ja: "セッションを登録する", "pdca design schedule \(design) \"<題名>\" --on <日付> --for <階層>")
  }

  static func leadersFirst(_ design: ItemID, _ date: LocalDate) -> [Step] {
    let command = "pdca design schedule \(design)"
    let layers = "--for executive --for promoter"
    return [
      Step(
        en: "Train the leaders by then",
        "\(command) \"<title>\" --on \(date) \(layers)",
        ja: "同日までに経営層と推進役の研修を行う", "\(command) \"<題名>\" --on \(date) \(layers)"),
      Step(
        en: "or all three together",
        "\(command) \"<title>\" --on \(date) \(layers) --for field",
        ja: "または三者合同で行う", "\(command) \"<題名>\" --on \(date) \(layers) --for field"),
      Step(
        en: "or say why not",
        "\(command) \"<title>\" --on \(date) --for field --override \"<why>\"",
        ja: "または理由を添えて先に行う",
        "\(command) \"<題名>\" --on \(date) --for field --override \"<理由>\""),
    ]
  }

  static func change(_ design: ItemID, _ session: Int, en: String, ja: String) -> Step {
    let command = "pdca design change \(design) \(session)"
    return Step(
      en: en, "\(command) --on <date> --reason \"<why>\"",
      ja: ja, "\(command) --on <日付> --reason \"<理由>\"")
  }

  static func cancel(_ design: ItemID, _ session: Int, en: String, ja: String) -> Step {
    let command = "pdca design change \(design) \(session) --cancel"
    return Step(en: en, "\(command) --reason \"<why>\"", ja: ja, "\(command) --reason \"<理由>\"")
  }

  static func evaluate(_ design: ItemID, session: Phrase) -> Step {
    let command = "pdca design evaluate \(design)"
    return Step(
      en: "Give level and score or note", "\(command) \(session.en) --level <0-5> --score <0-100>",
      ja: "レベルと評点かメモを指定する", "\(command) \(session.ja) --level <0-5> --score <0-100>")
  }
}
