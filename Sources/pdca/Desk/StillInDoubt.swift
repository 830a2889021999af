import Bilingual
import OperatingSystem
import Postgres
import Presentation
import PrivateServer
import Terminal
import Wording

/// A command that is repeated since its outcome was unknown, and again didn't come through: that
/// nothing was saved can't be said, since the first time it may have been.
struct StillInDoubt: Worded {
  let cause: any Worded

  /// Whether the error came before anybody could look the command's identity up.
  static func leaves(_ error: any Error) -> Bool {
    switch error {
    case let error as PostgresError: !error.outcomeIsUnknown && error.exitCode != .bug
    case is ClusterError, is LockBusy: true
    default: false
    }
  }

  var refused: Phrase {
    Phrase(
      en: cause.refused.en.replacing(" Nothing was saved.", with: "")
        + " It is still unknown whether this was saved before.",
      ja: cause.refused.ja.replacing("何も保存されていません。", with: "")
        + "前回保存できたかどうかは、まだ確認できません。")
  }

  var steps: [Step] {
    [
      Step(
        Phrase(
          en: "Repeat it once the database answers; nothing is doubled",
          ja: "データベースが応答するようになったら、もう一度実行してください。二重には記録されません"),
        Phrase(both: Repetition.line))
    ]
  }
}
