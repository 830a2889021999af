package import Bilingual
import CivilTime
import Domain
import Office
import Postgres
import Terminal
package import Wording

extension OfficeError: Worded {
  package var refused: Phrase {
    switch self {
    case .noSchema:
      Phrase(
        en: "this database holds no organization yet.", ja: "このデータベースにはまだ組織がありません。")
    case .outdatedSchema:
      Phrase(
        en: "the database's schema is older than this pdca.",
        ja: "データベースのスキーマがこの pdca より古い版です。")
    case .newerSchema:
      Phrase(
        en: "the database's schema is newer than this pdca, which therefore won't write to it.",
        ja: "データベースのスキーマがこの pdca より新しいため、書き込みを中止しました。")
    case .unknown(let kind, let text, _):
      Phrase(en: "there is no \(kind.name.en) \(text).", ja: "\(kind.name.ja) \(text) は見つかりません。")
    case .unmeasured(let kpi, let adopted, let isBefore):
      Phrase(
        en: "\(kpi) has no observation \(isBefore ? "before" : "since") the adoption on "
          + "\(adopted.words.en), so the effect can't be read from its chart.",
        ja: "\(kpi) には採用日（\(adopted.words.ja)）より\(isBefore ? "前" : "後")の実績値がないため、"
          + "管理図から効果を算出できません。")
    case .notReadable(let path):
      Phrase(en: "\(path) can't be read.", ja: "\(path) を読み込めません。")
    case .onStandby(let primary):
      Phrase(
        en: "this is a standby\(primary.map { " of \($0)" } ?? ""), which takes no writes.",
        ja: "ここは待機系\(primary.map { "（主系 \($0)）" } ?? "")のため、書き込みができません。")
    case .clocksApart(let own, let server):
      Phrase(
        en: "this machine's clock says \(own.rfc3339.prefix(16))Z and the database server's "
          + "\(server.rfc3339.prefix(16))Z. Nothing was saved.",
        ja: "この端末の時計は \(own.rfc3339.prefix(16))Z、データベースサーバーの時計は "
          + "\(server.rfc3339.prefix(16))Z です。差が大きいため、何も保存されていません。")
    case .unreadable(let departments, _):
      Phrase(
        en:
          "you may not read the whole log of \(departments.map(safe).joined(separator: ", ")), which "
          + "this needs. Nothing was done.",
        ja: "\(departments.map(safe).joined(separator: "、")) の記録全体を読む権限がないため、"
          + "実行できません。何も行っていません。")
    case .outsideGroup(let person, let group):
      Phrase(
        en:
          "\(safe(person)) is not in the group \(safe(group)), which this needs. Nothing was changed.",
        ja: "\(safe(person)) はグループ \(safe(group)) に入っていないため、この操作はできません。"
          + "何も変更されていません。")
    case .noDepartment(let known):
      Phrase(
        en: "no department is named. There are: \(known.joined(separator: ", ")).",
        ja: "部門が指定されていません。登録済みの部門: \(known.joined(separator: "、"))。")
    case .noRole(let role):
      Phrase(
        en: "this server has no role \(role).", ja: "このサーバーにロール \(role) はありません。")
    case .notPrivate:
      Phrase(
        en: "this is for the private server, but another database is in use.",
        ja: "専用サーバー向けのコマンドですが、別のデータベースが指定されています。")
    case .notEmpty:
      Phrase(
        en: "the database holds an organization already; a restore needs an empty one.",
        ja: "データベースには既に組織があります。復元先は空である必要があります。")
    case .notBackup(let path, let output):
      Phrase(
        en: "\(path) is no backup of pdca's" + (output.map { ": \($0)" } ?? "."),
        ja: "\(path) は pdca のバックアップではありません" + (output.map { ": \($0)" } ?? "。"))
    case .programFailed(let name, let output):
      Phrase(en: "\(name) failed: \(output)", ja: "\(name) が失敗しました: \(output)")
    }
  }

  package var steps: [Step] {
    switch self {
    case .noSchema: [Step(en: "Begin", ja: "始める", "pdca init")]
    case .outdatedSchema:
      [Step(en: "Bring it up to date", ja: "更新する", "pdca database migrate")]
    case .newerSchema:
      [Step(Phrase(en: "Install the newer pdca.", ja: "新しい版の pdca をインストールしてください。"))]
    case .unknown(let kind, let text, let candidates):
      suggestions(for: text, among: candidates) + [kind.listing].compactMap(\.self)
    case .unmeasured(let kpi, _, _):
      [
        Step(
          en: "Record one", "pdca kpi record \(kpi.code) <value> -d \(kpi.department)",
          ja: "実績値を記録する", "pdca kpi record \(kpi.code) <値> -d \(kpi.department)")
      ]
    case .notReadable, .notPrivate, .programFailed: []
    case .notBackup:
      [Step(en: "Backups are made by", ja: "バックアップの作成", "pdca database backup FILE")]
    case .noDepartment:
      [
        Step(
          en: "Make one the current", ja: "現在の部門を決める", "pdca department use CODE"),
        Step(
          en: "or name it", "… --department CODE", ja: "または指定する", "… --department コード"),
      ]
    case .noRole(let role):
      [Step(en: "Have it made", ja: "作成を依頼する", "createuser \(ShellWord.quoted(role))")]
    case .notEmpty:
      [
        Step(
          en: "Restore elsewhere", ja: "別の場所に復元する",
          "PDCA_HOME=/path/to/new pdca database restore FILE")
      ]
    case .onStandby(let primary):
      [
        Step(
          Phrase(en: "Ask the primary", ja: "主系で実行する"),
          Phrase(both: "pdca … --database postgresql://\(primary ?? "primary")/…"))
      ]
    case .clocksApart:
      [
        Step(
          Phrase(
            en: "Set the wrong one right, then repeat the command.",
            ja: "誤っている方の時計を合わせてから、もう一度実行してください。"))
      ]
    case .outsideGroup(let person, let group):
      [
        Step(
          Phrase(
            en: "The server's administrator puts them there", ja: "サーバー管理者がグループに追加する"),
          Phrase(
            both: safe(
              "GRANT \(Query.quoted(identifier: group)) TO \(Query.quoted(identifier: person))")))
      ]
    case .unreadable(_, let administrators):
      [
        Step(
          Phrase(
            en: "Name a department that you may read, with -d.", ja: "-d で、読める部門を指定してください。"))
      ]
        + (administrators.isEmpty
          ? []
          : [
            Step(
              Phrase(
                en:
                  "Ask an administrator: \(administrators.map(safe).joined(separator: ", ")). See  "
                  + "pdca member list --rights",
                ja: "管理者（\(administrators.map(safe).joined(separator: "、"))）に依頼してください。"
                  + "権限の一覧:  pdca member list --rights"))
          ])
    }
  }

  private func suggestions(for text: String, among candidates: [String]) -> [Step] {
    let near = Suggestion.nearest(to: text, among: candidates)
    guard !near.isEmpty else { return [] }
    let list = near.joined(separator: ", ")
    return [Step(Phrase(en: "Did you mean \(list)?", ja: "\(list) のことですか?"))]
  }
}
