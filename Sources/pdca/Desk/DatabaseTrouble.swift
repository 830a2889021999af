import Bilingual
import Postgres
import Terminal
import Tracker
import Wording

extension SavedThenFailed: Worded {
  var refused: Phrase {
    let place = "\(department)@\(positions.lowerBound)"
    return Phrase(
      en: "it was saved (\(place)), and then the database stopped answering.",
      ja: "記録は保存されました（\(place)）。その後、データベースから応答がなくなりました。")
  }

  var steps: [Step] {
    [
      Step(
        Phrase(
          en: "Repeating it is safe and tells what was recorded",
          ja: "同じ行をもう一度実行すると、記録した内容が表示されます（二重には記録されません）"),
        Phrase(both: Repetition.line))
    ]
  }
}

/// The database's errors as a person needs them: whether the work was saved, and what to do.
struct DatabaseTrouble: Worded {
  let error: PostgresError
  init(_ error: PostgresError) { self.error = error }

  var refused: Phrase {
    if error.outcomeIsUnknown {
      return isLate
        ? Phrase(
          en: "the database did not answer in time; it is unknown whether this was saved.",
          ja: "データベースから応答がなく、保存できたかどうか確認できません。")
        : Phrase(
          en: "the database's answer was lost; it is unknown whether this was saved.",
          ja: "データベースの応答を受け取れず、保存できたかどうか確認できません。")
    }
    return switch error {
    case .notPermitted(let server):
      Phrase(
        en: "the database does not permit it: \(server.message). Nothing was saved.",
        ja: "データベースの権限がありません: \(server.message)。何も保存されていません。")
    case .diskFull:
      Phrase(
        en: "the database's disk is full. Nothing was saved.",
        ja: "データベースのディスクに空きがありません。何も保存されていません。")
    case .tooManyConnections:
      Phrase(
        en: "the database has no connection free. Nothing was saved.",
        ja: "データベースの接続数が上限に達しています。何も保存されていません。")
    case .connectionFailed(let message, _):
      Phrase(
        en: "the database can't be reached: \(firstLine(message)). Nothing was saved.",
        ja: "データベースに接続できません: \(firstLine(message))。何も保存されていません。")
    case .connectionLost, .deadlineExceeded, .rolledBack:
      Phrase(
        en: "the connection to the database was lost. Nothing was saved.",
        ja: "データベースとの接続が切れました。何も保存されていません。")
    case .interrupted:
      Phrase(en: "interrupted. Nothing was saved.", ja: "中断しました。何も保存されていません。")
    case .nulInText:
      Phrase(
        en: "a text holds a NUL character, which can't be stored. Nothing was saved.",
        ja: "文字列に NUL 文字が含まれているため保存できません。何も保存されていません。")
    default: error.serverError.flatMap { ServerCondition($0)?.refused } ?? unforeseen
    }
  }

  private var isLate: Bool {
    if case .deadlineExceeded = error { true } else { false }
  }

  private var unforeseen: Phrase {
    Phrase(
      en: "the database answered with an error: \(error.description)",
      ja: "データベースがエラーを返しました: \(error.description)")
  }

  var steps: [Step] {
    if error.outcomeIsUnknown {
      return [
        Step(
          Phrase(
            en: "Repeat it; should it be saved already, nothing is doubled",
            ja: "同じ行をもう一度実行してください。保存済みでも二重には記録されません"),
          Phrase(both: Repetition.line))
      ]
    }
    return switch error {
    case .connectionFailed, .connectionLost, .deadlineExceeded, .rolledBack:
      [Step(en: "See how it is", ja: "状態を確認する", "pdca database status")]
    case .notPermitted(let server) where server.sqlState.classCode == "28":
      [
        Step(
          en: "Its administrator lets an account in", ja: "管理者がアカウントに利用を許可する",
          "pdca database login <role>"),
        Step(en: "Who you are is told by", ja: "操作する人の指定方法", "--user, PDCA_USER"),
      ]
    case _ where ServerCondition.passes(error):
      [Step(en: "Try again in a moment", ja: "少し待って再実行する", Surroundings.commandLine)]
    default: []
    }
  }

  private func firstLine(_ message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
