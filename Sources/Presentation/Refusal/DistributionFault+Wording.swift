package import Bilingual
package import Office
import Postgres
package import Terminal
package import Wording

extension DistributionFault: Worded {
  package var refused: Phrase {
    switch self {
    case .noExtension:
      Phrase(
        en: "the logs can't be spread: this database has no extension citus. Nothing was changed.",
        ja: "記録を分散できません。このデータベースに拡張機能 citus がありません。何も変更していません。")
    case .noWorkers:
      Phrase(
        en: "the logs can't be spread: Citus knows no worker that takes data. Nothing was changed.",
        ja: "記録を分散できません。データを保持するワーカーが Citus に登録されていません。何も変更していません。")
    case .holdsEvents(let count):
      Phrase(
        en: "the logs can't be spread: they hold \(count) event\(count == 1 ? "" : "s") already. "
          + "Nothing was changed.",
        ja: "記録を分散できません。既に \(count) 件のイベントがあります。何も変更していません。")
    case .boundOwner(let owner):
      Phrase(
        en:
          "the logs can't be spread: row security holds their owner, \(safe(owner)), and Citus takes no "
          + "batch from them then. Nothing was changed.",
        ja: "記録を分散できません。所有者 \(safe(owner)) に行セキュリティが適用されるため、Citus が一括追記を"
          + "受け付けません。何も変更していません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .noExtension:
      [
        Step(
          en: "A superuser adds it, where the server has it", ja: "サーバーに導入済みなら、スーパーユーザーが追加する",
          "CREATE EXTENSION citus")
      ]
    case .noWorkers:
      [
        Step(
          en: "A superuser names each", ja: "スーパーユーザーがワーカーを登録する",
          "SELECT citus_add_node('worker1.office.example', 5432)")
      ]
    case .boundOwner(let owner):
      [
        Step(
          en: "A superuser lets them pass it, on each server", ja: "各サーバーでスーパーユーザーが許可する",
          safe("ALTER ROLE \(Query.quoted(identifier: owner)) BYPASSRLS"))
      ]
    case .holdsEvents:
      [
        Step(
          en: "Export them, then import them into an empty database that is spread",
          ja: "エクスポートし、分散した空のデータベースにインポートする", "pdca export log --output FILE")
      ]
    }
  }

  package var exitCode: ExitCode {
    switch self {
    case .noExtension: .unavailable
    case .boundOwner: .notPermitted
    case .noWorkers, .holdsEvents: .usage
    }
  }
}
