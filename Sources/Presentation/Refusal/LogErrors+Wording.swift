package import Bilingual
import Domain
import EventLog
import Office
import Orders
import ReadModels
import Terminal
package import Wording

extension OrderError: Worded {
  package var refused: Phrase {
    switch self {
    case .notFounded:
      Phrase(
        en: "this database holds no organization yet.", ja: "このデータベースにはまだ組織がありません。")
    case .unknownDepartment(let code, _):
      Phrase(en: "there is no department \(code).", ja: "部門 \(code) は見つかりません。")
    case .departmentClosed(let code, let successor):
      Phrase(
        en: "department \(code) is closed\(successor.map { "; its successor is \($0)" } ?? "").",
        ja: "部門 \(code) は閉鎖されています\(successor.map { "（後継は \($0)）" } ?? "")。")
    case .conflict(let conflict): conflict.refused
    case .stopped(let stopped, _):
      Phrase(
        en: "what is known of \(stopped.department) has stopped before event \(stopped.event) "
          + "(\(stopped.type)), which the projection \(stopped.projection) can't take in: "
          + "\(stopped.error) What the command rests on may be out of date. Nothing was saved.",
        ja: "\(stopped.department) の参照用データは、イベント \(stopped.event) (\(stopped.type)) "
          + "の手前で止まっています (プロジェクション \(stopped.projection) が取り込めません: "
          + "\(stopped.error))。判断のもとになる内容が古い可能性があるため、何も保存していません。")
    case .unreadable(let reference, let type, .newer(let version)):
      Phrase(
        en: "event \(reference) is of the type \(type)\(version.map { ", version \($0)" } ?? ""), "
          + "which this pdca doesn't know: a newer one wrote it. Nothing was saved.",
        ja: "イベント \(reference) の種類 \(type)\(version.map { " (版 \($0))" } ?? "") は、"
          + "この版の pdca では扱えません (より新しい版が記録したものです)。何も保存されていません。")
    case .unreadable(let reference, let type, .spoiled(let reason)):
      Phrase(
        en: "event \(reference) (\(type)) can't be read: \(reason) Nothing was saved.",
        ja: "イベント \(reference) (\(type)) を読み取れません: \(reason) 何も保存されていません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .notFounded: [Step(en: "Begin", ja: "始める", "pdca init")]
    case .unknownDepartment(let code, let known):
      OfficeError.unknown(.department, text: "\(code)", candidates: known.map(\.rawValue)).steps
    case .departmentClosed(_, let successor):
      successor.map { [Step(en: "Use", ja: "後継を使う", "pdca department use \($0)")] } ?? []
    case .stopped(let stopped, let others):
      [
        Step(
          en: others == 0 ? "See it" : "See it and \(others) more",
          ja: others == 0 ? "内容を見る" : "内容を見る (ほか \(others) 件)", "pdca projection status"),
        Step(
          en: "Read the event", ja: "イベントを見る", "pdca log \(stopped.event.logOptions)"),
        Step(
          en: "With a pdca that can take it in, go on", ja: "取り込める版の pdca で再開する",
          "pdca projection retry"),
      ]
    case .conflict(let conflict): [Step(en: "See it", ja: "内容を見る", conflict.listing)]
    case .unreadable(_, _, .newer): OfficeError.newerSchema.steps
    case .unreadable(let reference, _, .spoiled):
      [Step(en: "See it", ja: "内容を見る", "pdca log \(reference.logOptions)")]
    }
  }
}

extension String {
  /// What makes `pdca log` show the event that this refers to, such as `SALES@12`.
  fileprivate var logOptions: String {
    let parts = split(separator: "@")
    guard parts.count == 2, let position = Int(parts[1]) else { return "" }
    return "--department \(parts[0]) --after \(position - 1) --limit 1"
  }
}

extension AppendError: Worded {
  package var refused: Phrase {
    switch self {
    case .staleVersion(let stream, let expected, let found):
      Phrase(
        en: "\(stream) is at version \(found), not \(expected). Nothing was saved.",
        ja: "\(stream) の版は \(found) です(想定は \(expected))。何も保存されていません。")
    case .commandReused(let id):
      Phrase(
        en: "command id \(id) was used for something else. Nothing was saved.",
        ja: "コマンド ID \(id) は別の内容で使われています。何も保存されていません。")
    case .unknownDepartment(let code):
      Phrase(en: "there is no department \(code).", ja: "部門 \(code) は見つかりません。")
    case .departmentTaken(let code):
      Phrase(
        en: "department \(code) can't be made: its code is taken.",
        ja: "部門コード \(code) は既に使われています。")
    case .notRedactable(let message):
      Phrase(
        en: "the log refused the redaction: \(message). Nothing was changed.",
        ja: "ログが墨消しを拒否しました: \(message)。何も変更されていません。")
    case .notExcludable(let message):
      Phrase(
        en: "the log refused to set the event aside: \(message). Nothing was changed.",
        ja: "ログがイベントの除外を拒否しました: \(message)。何も変更されていません。")
    case .notKeepable(let message):
      Phrase(
        en: "the report can't be kept: \(message). Nothing was saved.",
        ja: "レビューの内容を保存できません: \(message)。何も保存されていません。")
    case .logNotEmpty:
      Phrase(
        en: "the database holds an organization already; an import needs an empty one.",
        ja: "データベースには既に組織があります。取り込み先は空である必要があります。")
    case .notImportable(let line):
      Phrase(
        en: "the database refused line \(line) of the export. Nothing was imported.",
        ja: "書き出しファイルの \(line) 行目をデータベースが拒否しました。何も取り込んでいません。")
    case .notPermitted(let missing): missing.refused
    case .nobodysLogin(let login):
      Phrase(
        en: "\(safe(login)) is no member's login. Nothing was saved.",
        ja: "ログイン \(safe(login)) のメンバーは登録されていません。何も保存されていません。")
    case .onReplica(let primary):
      Phrase(
        en: "this is a reporting server, whose log comes from \(safe(primary)). Nothing was saved.",
        ja: "ここはレポート用サーバーで、記録は \(safe(primary)) から複製されます。何も保存されていません。")
    case .forbidden:
      Phrase(
        en: "your role may not write to this department. Nothing was saved.",
        ja: "この部門に書き込む権限がありません。何も保存されていません。")
    case .wrongIsolation, .malformedEvent, .appendOnly:
      Phrase(
        en: "the log refused the event: \(self). This is a defect of pdca.",
        ja: "ログがイベントを拒否しました: \(self)。pdca の不具合です。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .commandReused:
      [
        Step(
          Phrase(
            en: "Leave --command-id out, or give the first command's exact text.",
            ja: "--command-id を外すか、最初のコマンドと同じ内容を指定してください。"))
      ]
    case .logNotEmpty:
      [
        Step(
          en: "Import elsewhere", ja: "別の場所に取り込む", "PDCA_HOME=/path/to/new pdca import log FILE")
      ]
    case .notPermitted(let missing): missing.steps
    case .onReplica(let primary):
      [
        Step(
          Phrase(en: "Record it at the primary", ja: "主系で記録する"),
          Phrase(both: "pdca … --database postgresql://\(primary)"))
      ]
    case .nobodysLogin(let login):
      [
        Step(
          en: "An administrator can add them", ja: "管理者によるメンバー登録",
          "pdca member add \(ShellWord.quoted(login)) <department> <layer>")
      ]
    default: []
    }
  }
}
