import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Office
import Orders
import Postgres
import Presentation
import ReadModels
import Terminal
import Wording

/// What goes wrong, as it is answered: in the words of the terminal.
struct Fault {
  let status: Int
  let wording: any Worded

  init(_ error: any Error) {
    if error is TooManyReaders {
      (status, wording) = (503, Said.busy)
      return
    }
    if error is NoLogin {
      (status, wording) = (403, Said.stranger)
      return
    }
    let failure = OfficeFailure(error)
    wording = failure.exitCode == .bug ? Said.defect : failure.wording
    status = Self.status(of: failure.exitCode, isOfUnknown: Self.isOfUnknown(error))
  }

  private init(status: Int, _ wording: any Worded) {
    self.status = status
    self.wording = wording
  }

  static func unknown(_ path: String) -> Fault { Fault(status: 404, Said.noPage) }
  static var forged: Fault { Fault(status: 403, Said.forged) }
  static var tooLarge: Fault { Fault(status: 413, Said.tooLarge) }

  private static func isOfUnknown(_ error: any Error) -> Bool {
    if case OfficeError.unknown = error { return true }
    return (error as? any Worded)?.isOfUnknown ?? false
  }

  private static func status(of code: ExitCode, isOfUnknown: Bool) -> Int {
    if isOfUnknown { return 404 }
    return switch code {
    case .notPermitted: 403
    case .staleVersion: 409
    case .usage, .rule, .dataError: 422
    case .unavailable, .temporary, .stopped: 503
    case .ok, .tampering, .bug, .ioError, .interrupted: 500
    }
  }

  func answer(_ language: Language, asJSON: Bool, form: HTML = .none) -> PageAnswer {
    let headers = status == 503 ? [(name: "retry-after", value: "2")] : []
    let text = wording.text(in: language)
    if asJSON {
      let next = text.next.map { step -> JSON in
        ["label": .string(step.label), "command": JSON(step.command) ?? .null]
      }
      let json: JSON = ["error": ["refused": .string(text.refused), "next": .array(next)]]
      return PageAnswer(
        status, type: "application/json; charset=utf-8", json.canonical + "\n", headers: headers)
    }
    return PageAnswer(
      status, BarePage.markup(language, title: title(language), Self.html(text) + form).markup,
      headers: headers)
  }

  private func title(_ language: Language) -> String {
    switch status {
    case 404: language.choose("Not found", "見つかりません")
    case 503: language.choose("Not available at the moment", "現在利用できません")
    case 403: language.choose("Not permitted", "権限がありません")
    case 500: language.choose("Something is wrong", "エラー")
    default: language.choose("Refused", "受け付けられません")
    }
  }

  static func html(_ text: RefusalText) -> HTML {
    let steps = text.next.map { step -> HTML in
      step.command.map { .command("\(step.label):", $0) } ?? "\(step.label)"
    }
    return "<div class=\"refused\" role=\"alert\"><p>\(text.refused)</p>\(HTML.list(steps))</div>\n"
  }
}

/// What the page says of itself.
private enum Said: Worded {
  case noPage, forged, tooLarge, busy, stranger, defect

  var refused: Phrase {
    switch self {
    case .noPage: Phrase(en: "There is no page at this address.", ja: "このアドレスのページはありません。")
    case .forged:
      Phrase(
        en:
          "The form doesn't come from a page of yours, or the session has ended. Nothing was recorded.",
        ja: "フォームの送信元を確認できないか、セッションが終了しています。何も記録していません。")
    case .tooLarge:
      Phrase(
        en: "That is too much for one form. Nothing was recorded.", ja: "送信内容が大きすぎます。何も記録していません。")
    case .busy: Phrase(en: "Too many are reading at this moment.", ja: "ただいま混み合っています。")
    case .stranger:
      Phrase(
        en: "You have no login of this organization's.",
        ja: "この組織のログインが登録されていません。")
    case .defect:
      Phrase(
        en: "This page could not be made; the server's log says why.",
        ja: "ページを作成できませんでした。原因はサーバーのログに記録されています。")
    }
  }

  var steps: [Step] {
    switch self {
    case .noPage: [Step(Phrase(en: "Go to the overview: /", ja: "全体のページへ: /"))]
    case .forged:
      [
        Step(
          Phrase(en: "Open the page again, and send it once more.", ja: "ページを開き直して、もう一度送信してください。"))
      ]
    case .busy: [Step(Phrase(en: "Try again in a moment.", ja: "少し待って再度お試しください。"))]
    case .stranger:
      [Step(Phrase(en: "Ask an administrator to let you in.", ja: "管理者に登録を依頼してください。"))]
    case .tooLarge, .defect: []
    }
  }
}

/// A page that needs nobody to be known and no database.
enum BarePage {
  static func markup(_ language: Language, title: String, _ body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) – pdca</title>
    <link rel="stylesheet" href="\(Assets.style.path)">
    <link rel="icon" href="\(Assets.icon.path)" type="image/svg+xml">
    </head>
    <body>
    <main id="main">
    <h1>\(title)</h1>
    \(body)<p><a href="/">\(language.choose("Overview", "全体"))</a></p>
    </main>
    </body>
    </html>

    """
  }
}
