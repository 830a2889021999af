package import Bilingual
package import Office
package import Terminal
package import Wording

extension ReplicaError: Worded {
  package var refused: Phrase {
    switch self {
    case .walLevel(let level):
      Phrase(
        en: "the primary's wal_level is \(level); logical replication needs logical.",
        ja: "主系の wal_level は \(level) です。論理レプリケーションには logical が必要です。")
    case .needsSuperuser(let role, let side):
      Phrase(
        en: "\(safe(role)) is no superuser of the "
          + "\(side == .primary ? "primary" : "reporting server"), whom PostgreSQL wants for this.",
        ja: "\(safe(role)) は\(side == .primary ? "主系" : "レポート用サーバー")のスーパーユーザーではないため、"
          + "実行できません。")
    case .roleLacks(let role, let lacking):
      Phrase(
        en: "the role \(safe(role)) lacks what copying the primary's log needs: "
          + "\(lacking.joined(separator: ", ")).",
        ja: "ロール \(safe(role)) には、主系の記録を複製するための権限がありません: "
          + "\(lacking.joined(separator: "、"))。")
    case .notPublished(let names):
      Phrase(
        en: "the primary doesn't publish its log yet: \(names.joined(separator: ", ")).",
        ja: "主系の記録がまだ公開（パブリケーション）されていません: \(names.joined(separator: "、"))。")
    case .primaryIsNewer:
      Phrase(
        en: "the primary's schema is newer than the reporting server's.",
        ja: "主系のスキーマがレポート用サーバーより新しい版です。")
    case .primaryHasNoSchema:
      Phrase(en: "the primary holds no log of pdca's.", ja: "主系に pdca の記録がありません。")
    case .replicaHasNoSchema:
      Phrase(
        en: "the reporting server's database lacks pdca's schema.",
        ja: "レポート用サーバーのデータベースに pdca のスキーマがありません。")
    case .notEmpty:
      Phrase(
        en: "the database holds a log of its own; a reporting server needs an empty one.",
        ja: "データベースには独自の記録があります。レポート用サーバーには空のデータベースが必要です。")
    case .alreadyReplica(let place):
      Phrase(
        en: "the database has its log from \(safe(place)) already, by another subscription.",
        ja: "このデータベースは、別のサブスクリプションで \(safe(place)) の記録を複製しています。")
    case .primaryIsReplica(let place):
      Phrase(
        en: "what is named as the primary is a reporting server itself, of \(safe(place)).",
        ja: "主系として指定されたデータベースは、\(safe(place)) のレポート用サーバーです。")
    case .sameDatabase:
      Phrase(
        en: "the address of the primary leads to the reporting server's own database.",
        ja: "主系の接続先が、レポート用サーバー自身のデータベースを指しています。")
    case .otherLog:
      Phrase(
        en: "the primary's log is another than the one that is here.",
        ja: "主系の記録は、ここにある記録とは別のものです。")
    case .badName(let name):
      Phrase(
        en: "\(safe(name)) can't be a slot's name: up to 63 of a-z, 0-9 and _.",
        ja: "\(safe(name)) はスロット名に使えません。a-z、0-9、_ を 63 文字以内で指定してください。")
    case .slotTaken(let name):
      Phrase(
        en: "the primary has a slot \(name) already, which isn't this database's.",
        ja: "主系には別のサーバーのスロット \(name) が既にあります。")
    case .slotLost(let name):
      Phrase(
        en:
          "the primary no longer keeps what slot \(name) hasn't read: what is missing here can't be sent.",
        ja: "スロット \(name) の未送信分は主系に残っていないため、差分を送れません。")
    case .slotActive(let name):
      Phrase(
        en: "slot \(name) is being read by a reporting server.",
        ja: "スロット \(name) はレポート用サーバーが使用中です。")
    case .noSlot(let name):
      Phrase(
        en: "this database has no slot \(safe(name)).",
        ja: "このデータベースにスロット \(safe(name)) はありません。")
    case .notReplica:
      Phrase(
        en: "this database is no reporting server's: its log is its own.",
        ja: "このデータベースはレポート用サーバーではありません。記録は独自のものです。")
    case .primaryUnreachable(let place, let reason):
      Phrase(
        en: "the primary \(safe(place)) can't be reached: \(safe(reason))",
        ja: "主系 \(safe(place)) に接続できません: \(safe(reason))")
    }
  }

  package var steps: [Step] {
    switch self {
    case .walLevel:
      [
        Step(
          en: "At the primary, then restart it", ja: "主系で設定し、再起動する",
          "ALTER SYSTEM SET wal_level = logical")
      ]
    case .needsSuperuser:
      [
        Step(
          en: "Show the statements, for who is", ja: "SQL を表示し、スーパーユーザーに依頼する",
          "… --dry-run")
      ]
    case .roleLacks(let role, _):
      [Self.publishing(role)]
    case .notPublished:
      [Self.publishing("pdca_replication")]
    case .primaryIsNewer, .replicaHasNoSchema:
      [
        Step(
          Phrase(en: "Bring it up to date, as its owner", ja: "所有者として更新する"),
          Phrase(
            en: "pdca database migrate --database <reporting server>",
            ja: "pdca database migrate --database <レポート用サーバー>"))
      ]
    case .slotTaken(let name):
      [
        Step(en: "Choose another name", ja: "別の名前を使う", "… --name NAME"),
        Step(
          en: "or, where nobody reads it any more, at the primary", ja: "または、不要なら主系で削除する",
          "pdca database replica remove \(name)"),
      ]
    case .slotLost(let name):
      [
        Step(
          en: "Copy all of it again",
          "pdca database replica add <primary> --name \(name) --copy-again",
          ja: "全体を複製し直す", "pdca database replica add <主系> --name \(name) --copy-again")
      ]
    case .slotActive:
      [
        Step(
          en: "Remove it at the reporting server", ja: "レポート用サーバー側で解除する",
          "pdca database replica remove")
      ]
    case .alreadyReplica, .noSlot:
      [Step(en: "See", ja: "確認", "pdca database replica status")]
    case .primaryUnreachable:
      [
        Step(
          Phrase(
            en: "Where it is gone for good:  pdca database replica remove --leave-slot",
            ja: "主系が復旧しない場合:  pdca database replica remove --leave-slot"))
      ]
    case .primaryHasNoSchema, .notEmpty, .primaryIsReplica, .sameDatabase, .otherLog, .badName,
      .notReplica:
      []
    }
  }

  private static func publishing(_ role: String) -> Step {
    Step(
      Phrase(en: "At the primary", ja: "主系で実行する"),
      Phrase(both: "pdca database replica publish --role \(ShellWord.quoted(role))"))
  }

  package var exitCode: ExitCode {
    switch self {
    case .walLevel, .primaryUnreachable: .unavailable
    case .needsSuperuser, .roleLacks: .notPermitted
    case .slotLost, .slotActive, .slotTaken: .rule
    case .notPublished, .primaryIsNewer, .primaryHasNoSchema, .replicaHasNoSchema, .notEmpty,
      .alreadyReplica, .primaryIsReplica, .sameDatabase, .otherLog, .badName, .noSlot, .notReplica:
      .usage
    }
  }
}
