import Bilingual
import CanonicalJSON

/// Tasks that a person chooses from the host's list.
enum PromptKind: String, CaseIterable, Sendable {
  case weeklyReview = "weekly_review"
  case planWithLessons = "plan_with_lessons"

  private var parameters: [Parameter] {
    switch self {
    case .weeklyReview:
      [
        .optional("department", "Its code; the person's own without it."),
        .optional("period", "2026-W47; the current week without it."),
      ]
    case .planWithLessons:
      [.needed("problem", "What is wrong today."), .optional("department", "Its code.")]
    }
  }

  private var title: String {
    switch self {
    case .weeklyReview: "Go through the weekly review"
    case .planWithLessons: "Plan a cycle with what was learned"
    }
  }

  var definition: JSON {
    [
      "name": .string(rawValue), "title": .string(title),
      "arguments": .array(
        parameters.map {
          [
            "name": .string($0.name), "description": .string($0.says),
            "required": .bool($0.isRequired),
          ]
        }),
    ]
  }

  func arguments(_ values: JSONObject) throws -> Arguments {
    do { return try Arguments(values, for: parameters) } catch {
      throw ProtocolError(.invalidParams, error.text)
    }
  }

  /// What the model is asked to do.
  func task(_ arguments: Arguments, _ language: Language) -> String {
    let home = arguments["department"].map { " \($0)" } ?? ""
    switch self {
    case .weeklyReview:
      let period = arguments["period"].map { " \($0)" } ?? ""
      return language.choose(
        "Go through the weekly review\(home)\(period) with me: call review, then tell me in at most "
          + "ten lines what changed beyond usual variation, which promises are late, and what I have "
          + "to decide, each with its id and position. For a signal that nobody explained, call "
          + "explain_change. Decide nothing; name the pdca command for each decision.",
        "週次レビュー\(home)\(period)を一緒に確認してください。review を呼び出し、通常のばらつきを超えた変化、期限を過ぎた"
          + "約束、私が判断すべきことを、ID と位置を添えて10行以内でまとめてください。説明のないシグナルには "
          + "explain_change を使ってください。判断は私が行うので、判断ごとに pdca のコマンドを示してください。")
    case .planWithLessons:
      return language.choose(
        "Help me plan a cycle\(home) against this problem: \(arguments.needed("problem")). Call "
          + "find_lessons first and tell me what was tried and what came of it. Then ask me for the "
          + "change, the KPI, my own prediction and the due date, and call draft_plan. I run the "
          + "command myself.",
        "次の困りごとに対するミニPDCA\(home)の計画を手伝ってください: \(arguments.needed("problem"))。まず "
          + "find_lessons で過去の取り組みと結果を確認し、次に打ち手、KPI、私の予測、期限を質問してから draft_plan を"
          + "呼び出してください。コマンドは私が実行します。")
    }
  }
}

extension AssistantServer {
  func prompt(_ request: Request) async throws -> JSONObject {
    guard let kind = request.params["name"]?.string.flatMap(PromptKind.init(rawValue:)) else {
      throw ProtocolError(.invalidParams, "There is no such prompt; see prompts/list.")
    }
    let arguments = try kind.arguments(request.params["arguments"]?.object ?? [:])
    return [
      "messages": [
        ["role": "user", "content": Self.block(kind.task(arguments, language))]
      ]
    ]
  }
}
