import Bilingual
import CivilTime

/// Three months of a small company, as the lines that its people would have typed: proposals that took
/// too long, what was tried, what it brought, and what waits for a decision now. Figures go back
/// further, since a chart needs what was usual before.
struct ExampleStory {
  /// Of the week that isn't over yet.
  let monday: LocalDate
  let language: Language

  static let department = "SALES"
  static let kpi = "proposal-hours"

  /// The last week that is over.
  var lastWeek: ISOWeek { ISOWeek(containing: monday.adding(days: -7)) }

  /// In the order in which they were typed, without `pdca`.
  var lines: [[String]] {
    let parts: [[[String]]] = [company, figures, templates, checklist, support, training]
    return parts.flatMap(\.self)
  }

  private func line(_ words: String..., at day: [String]) -> [String] { words + day }

  private func say(_ en: String, _ ja: String) -> String { language.choose(en, ja) }

  /// - Parameters:
  ///   - week: counted from the week that isn't over: -1 is the last one.
  ///   - day: 0 for Monday.
  private func on(_ week: Int, _ day: Int = 0) -> [String] { ["--on", self.day(week, day)] }

  private func day(_ week: Int, _ day: Int = 0) -> String {
    "\(monday.adding(days: 7 * week + day))"
  }

  private var company: [[String]] {
    [
      ["department", "add", Self.department, say("Sales", "営業部")],
      ["department", "add", "SUPPORT", say("Support", "サポート部")],
      line(
        "kpi", "define", Self.kpi, say("Hours a proposal takes", "提案書の作成時間"), "--unit",
        say("h", "時間"), "--direction", "down", "-d", Self.department, at: on(-33)),
      line(
        "kpi", "define", "reply-hours", say("Hours to the first reply", "初回回答までの時間"), "--unit",
        say("h", "時間"), "--direction", "down", "-d", "SUPPORT", at: on(-33)),
      line("kpi", "target", "SALES/\(Self.kpi)", "4.5", at: on(-13)),
      line(
        "vision", "declare", say("Proposals in a day, not in a week", "提案を1週間ではなく1日で届ける"),
        "--kpi", "SALES/\(Self.kpi)", at: on(-13, 1)),
    ]
  }

  private var figures: [[String]] {
    weekly("SALES/\(Self.kpi)", Self.proposal) + weekly("SUPPORT/reply-hours", Self.reply)
  }

  private func weekly(_ kpi: String, _ values: [Double]) -> [[String]] {
    values.enumerated().map { place, value in
      line("kpi", "record", kpi, "\(value)", at: on(place - values.count))
    }
  }

  private var templates: [[String]] {
    [
      line(
        "plan", say("Proposals from one template", "ひな形から提案書を作る"), "--kpi", Self.kpi,
        "--predict", "4.5", "--due", day(-4), "--from", day(-8), "--to", day(-5),
        "--problem", say("Every proposal begins from an empty page", "提案書を毎回白紙から書いている"),
        "--change", say("The assistant drafts from a template", "ひな形と生成AIで下書きを作る"), "-d",
        Self.department, at: on(-10, 1)),
      done("SALES-1", "Gathered six good proposals", "良い提案書を6件集めた", "2h", -10, 3),
      done("SALES-1", "Made the template of them", "ひな形を作った", "3h", -9, 1),
      done("SALES-1", "Tried it with Suzuki", "鈴木さんと試した", "90m", -9, 3),
      done("SALES-1", "All proposals from the template", "全件をひな形から作成した", "6h", -8, 2),
      done("SALES-1", "Prompt for the price table added", "価格表用のプロンプトを追加した", "45m", -6, 1),
      line("check", "SALES-1", at: on(-4, 1)),
      line(
        "act", "SALES-1", "adopt",
        say("Faster, and no proposal came back", "時間が減り、差し戻しもなかった"), at: on(-4, 1)),
      line(
        "lesson", "draft",
        say("A template halves the work before the assistant does", "ひな形があってこそ生成AIの下書きが生きる"),
        "--cycle", "SALES-1", "--conditions", say("Texts of one kind, often", "同じ型の文書を繰り返し作る場合"),
        "--suggestion", say("Make the template first", "先にひな形を用意する"), "--rationale",
        say("Hours fell only when both were there", "両方そろって初めて時間が減った"), "--for-training", "-d",
        Self.department, at: on(-4, 3)),
      line("lesson", "validate", "SALES-L1", at: on(-3, 0)),
    ]
  }

  private var checklist: [[String]] {
    [
      line(
        "plan", say("A checklist before a proposal leaves", "提出前のチェックリスト"), "--kpi", Self.kpi,
        "--predict", "4", "--due", day(2, 4),
        "--problem", say("Drafts are corrected twice", "下書きを2回直している"),
        "--change", say("Check figures and names with a list", "数字と社名をリストで確認する"), "-d",
        Self.department, at: on(-3, 2)),
      done("SALES-2", "Wrote the list", "リストを作った", "1h", -3, 3),
      done("SALES-2", "Used on four proposals", "提案書4件で使った", "40m", -2, 2),
      done("SALES-2", "Used on five proposals", "提案書5件で使った", "50m", -1, 1),
      line(
        "obstacle", "SALES-2", say("Prices change while we write", "作成中に価格が変わる"), at: on(-1, 2)),
      line(
        "issue", "raise", say("May customers' data go into prompts?", "顧客のデータをプロンプトに入れてよいか"),
        "--to", "promoter", "--cycle", "SALES-2", "-d", Self.department, at: on(-1, 2)),
    ]
  }

  private var support: [[String]] {
    [
      line(
        "plan", say("First replies from past answers", "過去の回答から初回回答を作る"), "--kpi", "reply-hours",
        "--predict", "7", "--due", day(3, 4),
        "--problem", say("The same questions come every week", "毎週同じ質問が来る"),
        "--change", say("The assistant drafts from past answers", "過去の回答をもとに下書きする"), "-d",
        "SUPPORT", at: on(-2)),
      done("SUPPORT-1", "Sorted 120 old answers", "過去の回答120件を整理した", "4h", -2, 1),
      done("SUPPORT-1", "Drafted replies for a day", "1日分の回答を下書きした", "2h", -1, 3),
    ]
  }

  private var training: [[String]] {
    [
      line(
        "design", "draft", say("Winter course", "冬期研修"), "--for", "field", "--item",
        say("Templates and prompts", "ひな形とプロンプト"), at: on(-1, 3)),
      line("design", "incorporate", "1", "SALES-L1", "--item", "1", at: on(-1, 3)),
    ]
  }

  private func done(
    _ cycle: String, _ en: String, _ ja: String, _ time: String, _ week: Int, _ day: Int
  ) -> [String] {
    line("do", cycle, say(en, ja), time, at: on(week, day))
  }

  /// Weeks -33 to -1: steady, and lower from week -8 on.
  private static let proposal: [Double] = [
    6.1, 5.8, 6.4, 6.0, 5.7, 6.2, 6.3, 5.9, 6.0, 6.5, 5.8, 6.1, 6.2, 5.6, 6.0, 6.3, 5.9, 6.1, 6.4,
    5.8, 6.0, 6.2, 5.7, 6.1, 5.9, 4.8, 4.5, 4.6, 4.2, 4.4, 4.3, 4.5, 4.2,
  ]
  private static let reply: [Double] = [
    9.2, 8.7, 9.6, 9.0, 8.8, 9.4, 9.1, 8.5, 9.3, 9.7, 8.9, 9.0, 9.5, 8.6, 9.2, 9.1, 8.8, 9.4, 9.0,
    9.3, 8.7, 9.1, 9.5, 8.9, 9.0, 9.2, 8.8, 9.4, 9.1, 8.6, 9.0, 8.9, 8.7,
  ]
}
