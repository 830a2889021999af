package import Bilingual
package import Orders
package import Postgres
package import Wording

/// How what was asked for is asked for again; what it is, the door says.
package struct Again: Sendable {
  /// What does the same.
  package let line: String
  /// What does it under its identity, so that it is saved once.
  package let repetition: String

  package init(line: String, repetition: String) {
    self.line = line
    self.repetition = repetition
  }
}

/// What was saved before the database stopped answering.
package struct SavedTrouble: Worded {
  let error: SavedThenFailed
  let again: Again?

  package init(_ error: SavedThenFailed, _ again: Again?) {
    self.error = error
    self.again = again
  }

  package var refused: Phrase {
    let place = "\(error.department)@\(error.positions.lowerBound)"
    return Phrase(
      en: "it was saved (\(place)), and then the database stopped answering.",
      ja: "記録は保存されました（\(place)）。その後、データベースから応答がなくなりました。")
  }

  package var steps: [Step] {
    guard let again else { return [] }
    return [
      Step(
        Phrase(
          en: "Repeating it is safe and tells what was recorded",
          ja: "同じ行をもう一度実行すると、記録した内容が表示されます（二重には記録されません）"),
        Phrase(both: again.repetition))
    ]
  }
}

/// The database's errors as a person needs them: whether the work was saved, and what to do.
package struct DatabaseTrouble: Worded {
  let error: PostgresError
  let again: Again?

  package init(_ error: PostgresError, _ again: Again?) {
    self.error = error
    self.again = again
  }

  package var refused: Phrase {
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
        en: "the database does not permit it: \(firstLine(server.message)). Nothing was saved.",
        ja: "データベースの権限がありません: \(firstLine(server.message))。何も保存されていません。")
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
    case .settingsNotKept(let name, let value):
      Phrase(
        en: """
          what stands before the database, such as pgbouncer, leaves out the settings that pdca needs \
          (\(name) is \(value)). Nothing was saved.
          """,
        ja: """
          pgbouncer などの接続プールが、pdca に必要な設定を渡していません（\(name) が \(value)）。\
          何も保存されていません。
          """)
    case .sharedSession:
      Phrase(
        en: """
          this needs a session of its own, and a pooler such as pgbouncer stands before the database. \
          Nothing was saved.
          """,
        ja: """
          この操作には専用の接続が必要ですが、pgbouncer などの接続プールを経由しています。\
          何も保存されていません。
          """)
    case .blocked(let blocker): held(by: blocker)
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

  private func held(by blocker: Blocker) -> Phrase {
    let program = blocker.application.isEmpty ? "" : " (\(blocker.application))"
    let minutes = blocker.seconds.map { $0 / 60 } ?? 0
    return Phrase(
      en: """
        a session of \(blocker.role)\(program) holds what this needs\
        \(minutes > 0 ? ", for \(minutes) min now" : ""). Nothing was saved.
        """,
      ja: """
        \(blocker.role)\(program) の接続が\(minutes > 0 ? "\(minutes)分前から" : "")使用中のため、実行できません。\
        何も保存されていません。
        """)
  }

  private var isLate: Bool {
    if case .deadlineExceeded = error { true } else { false }
  }

  private var unforeseen: Phrase {
    Phrase(
      en: "the database answered with an error: \(error.description)",
      ja: "データベースがエラーを返しました: \(error.description)")
  }

  package var steps: [Step] {
    if error.outcomeIsUnknown {
      guard let again else { return [] }
      return [
        Step(
          Phrase(
            en: "Repeat it; should it be saved already, nothing is doubled",
            ja: "同じ行をもう一度実行してください。保存済みでも二重には記録されません"),
          Phrase(both: again.repetition))
      ]
    }
    return switch error {
    case .connectionFailed, .connectionLost, .deadlineExceeded, .rolledBack:
      [Step(en: "See how it is", ja: "状態を確認する", "pdca database status")]
    case .blocked(let blocker):
      [
        Step(
          en: "They or an administrator of the server end it",
          ja: "本人またはサーバーの管理者が接続を終了する",
          "SELECT pg_terminate_backend(\(blocker.process))")
      ] + (again.map { [Step(en: "Then try again", ja: "その後、再実行する", $0.line)] } ?? [])
    case .settingsNotKept:
      [
        Step(
          en: "Its administrator sets them for the database: see Poolers in docs/server.md",
          ja: "管理者がデータベースに設定する（docs/server.md の Poolers を参照）",
          "ALTER DATABASE … SET IntervalStyle = 'iso_8601', …"),
        Step(
          en: "Or name the server itself", ja: "またはサーバーを直接指定する",
          "--database postgresql://…"),
      ]
    case .sharedSession:
      [Step(en: "Name the server itself", ja: "サーバーを直接指定する", "--database postgresql://…")]
    // Not let in at all: by the server, or by the database, to which groups and not everybody connect.
    case .notPermitted(let server)
    where server.sqlState.classCode == "28" || server.severity == "FATAL":
      [
        Step(
          en: "Its administrator lets an account in", ja: "管理者がアカウントに利用を許可する",
          "pdca database login <role>"),
        Step(en: "Who you are is told by", ja: "操作する人の指定方法", "--user, PDCA_USER"),
      ]
    case _ where ServerCondition.passes(error):
      again.map { [Step(en: "Try again in a moment", ja: "少し待って再実行する", $0.line)] } ?? []
    default: []
    }
  }

  private func firstLine(_ message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? message
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
