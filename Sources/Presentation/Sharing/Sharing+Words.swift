package import Bilingual
package import Office

extension ShareOccasion {
  package var words: Phrase {
    switch self {
    case .reviewWritten: Phrase(en: "reviews written", ja: "作成されたレビュー")
    case .reviewClosed: Phrase(en: "reviews closed", ja: "終了したレビュー")
    case .worse: Phrase(en: "what is getting worse", ja: "悪化している指標")
    case .decision: Phrase(en: "decisions asked of somebody", ja: "依頼された決定・対応")
    case .lesson: Phrase(en: "lessons validated", ja: "検証された教訓")
    case .due: Phrase(en: "what is due", ja: "期限を迎えた項目")
    }
  }
}

extension ShareChannel {
  package var words: Phrase {
    switch self {
    case .slack: Phrase(both: "Slack")
    case .notion: Phrase(both: "Notion")
    case .teams: Phrase(both: "Microsoft Teams")
    case .webhook: Phrase(both: "Webhook")
    case .mail: Phrase(en: "mail", ja: "メール")
    }
  }
}

extension SharePause.Reason {
  package var words: Phrase {
    switch self {
    case .readerLeft:
      Phrase(
        en: "the person it reads as is no member any longer, or has no login",
        ja: "読み手として設定された人がメンバーでなくなったか、ログインがありません")
    case .gone: Phrase(en: "the receiver says it is gone", ja: "送信先が廃止されています")
    case .refused:
      Phrase(en: "three deliveries in a row were refused", ja: "3件続けて受け取りを拒否されました")
    case .unusable:
      Phrase(
        en: "its address, key or token is missing or can't be read",
        ja: "接続先・キー・トークンのいずれかがないか、読み取れません")
    }
  }
}

extension ShareDelivery.State {
  package var words: Phrase {
    switch self {
    case .waiting: Phrase(en: "waiting", ja: "送信待ち")
    case .sent: Phrase(en: "sent", ja: "送信済み")
    case .aside: Phrase(en: "set aside", ja: "保留")
    case .skipped: Phrase(en: "skipped", ja: "対象外")
    }
  }
}
