import Bilingual
import CivilTime
import Domain
import Wording

/// What stands around every page: where one is, ways to the others, the way into the past.
struct Frame {
  let look: Look
  let organization: String
  let address: PageAddress
  /// The day that the organization was founded, where the slider begins.
  let founded: LocalDate
  /// The present day, where it ends.
  let today: LocalDate
  /// What the page shows stands in the logs up to here; what is recorded later makes it reload.
  let position: Int
  let query: PageQuery

  func page(_ title: String, _ body: HTML, notice: HTML = .none) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(look.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) – \(organization)</title>
    <link rel="stylesheet" href="\(Assets.style.path)">
    <link rel="icon" href="\(Assets.icon.path)" type="image/svg+xml">
    <script src="\(Assets.script.path)" defer></script>
    </head>
    <body data-position="\(position)"\(live)>
    <a class="skip" href="#main">\(look.say("Skip to the content", "本文へ"))</a>
    <header>
    <p class="home">\(look.link(.overview, organization))</p>
    \(navigation)
    \(search)
    </header>
    \(past)
    <div id="status" role="status"></div>
    <main id="main" tabindex="-1">
    \(notice)<h1>\(title)</h1>
    \(body)</main>
    \(footer)
    </body>
    </html>

    """
  }

  /// A page of the past doesn't change.
  private var live: HTML {
    if look.isPast { return .none }
    let words: [(String, String)] = [
      ("changed", look.say("This page has changed.", "このページの内容が更新されました。")),
      ("reload", look.say("Show it anew", "最新の内容を表示")),
      ("lost", look.say("No connection to the server. Trying again…", "サーバーに接続できません。再接続しています…")),
      ("back", look.say("Connected again.", "再接続しました。")),
    ]
    let said = words.map { " data-\(HTML(made: $0.0))=\"\($0.1)\"" as HTML }
    return " data-live=\"/events\"\(said)"
  }

  private var navigation: HTML {
    let entries: [(PageAddress, String)] = [
      (.overview, look.say("Overview", "全体")), (.promoters, look.say("What flows", "展開状況")),
      (.today, look.say("Mine", "自分の予定")), (.log, look.say("Log", "記録")),
    ]
    let links = entries.map { entry, name -> HTML in
      let current: HTML = entry == address ? " aria-current=\"page\"" : .none
      return "<li><a href=\"\(look.href(entry))\"\(current)>\(name)</a></li>"
    }
    return """
      <nav aria-label="\(look.say("Pages", "ページ"))"><ul>\(links)</ul></nav>
      """
  }

  private var search: HTML {
    """
    <form class="search" role="search" action="/search" method="get">
    \(hiddenMoment)<label for="q">\(look.say("Search", "検索"))</label>
    <input id="q" name="q" type="search" maxlength="200" value="\(query["q"] ?? "")">
    <button>\(look.say("Search", "検索"))</button></form>
    """
  }

  private var hiddenMoment: HTML {
    look.asOf.map { "<input type=\"hidden\" name=\"as-of\" value=\"\($0)\">" } ?? .none
  }

  /// Which day the page is of, and a slider over the organization's life.
  private var past: HTML {
    let shown =
      look.asOf.flatMap { LocalDate.parse($0, today: today) } ?? (look.isPast ? look.today : today)
    let length = founded.days(until: today)
    let kept = query.all.filter { !["as-of", "day", "lang", "done"].contains($0.name) }.map {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML
    }
    let back: HTML =
      look.isPast
      ? "<a href=\"\(Percent.encoded(address.path))\">\(look.say("Back to now", "現在に戻る"))</a>"
      : .none
    return """
      <form class="past" method="get" action="\(Percent.encoded(address.path))" \
      aria-label="\(look.say("As of a day", "表示する時点"))">
      \(look.momentLine.map { "<p class=\"moment\"><strong>\($0)</strong></p>" as HTML })
      \(kept)<label for="as-of">\(look.say("As of", "時点"))</label>
      <input id="as-of" type="date" name="as-of" min="\(founded)" max="\(today)" \
      value="\(shown)">
      \(slider(length, founded.days(until: shown)))
      <button>\(look.say("Show", "表示"))</button> \(back)</form>
      """
  }

  /// Over the organization's life, as soon as that has two days.
  private func slider(_ length: Int, _ day: Int) -> HTML {
    guard length > 0 else { return .none }
    return """
      <input id="day" type="range" min="0" max="\(length)" \
      value="\(max(day, 0))" data-first="\(founded)" \
      aria-label="\(look.say("Day since the founding", "創設からの日数"))">
      """
  }

  private var footer: HTML {
    let other = look.language.choose(Language.japanese, Language.english)
    let name = other.choose("English", "日本語")
    let kept =
      query.all.filter { !["lang", "done"].contains($0.name) } + [("lang", other.rawValue)]
    let text = kept.map { "\($0.0)=\(Percent.encoded($0.1))" }.joined(separator: "&")
    let path = Percent.encoded(address.path)
    let data =
      look.href(address, query.all.filter { !["lang", "done", "as-of"].contains($0.name) })
    return """
      <footer><p>\(look.say("Signed in as", "利用者")) <strong>\(look.person)</strong> ·
      <a href="\(path)?\(text)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(name)</a> ·
      <a href="\(Self.json(data))" type="application/json">JSON</a></p>
      <form method="post" action="/sign-out"><input type="hidden" name="token" \
      value="\(look.token)"><button class="plain">\(look.say("Sign out", "サインアウト"))</button></form>
      </footer>
      """
  }

  /// The same address as JSON.
  static func json(_ address: String) -> String {
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0] == "/" ? "/index.json" : "\(parts[0]).json"
    return parts.count > 1 ? "\(path)?\(parts[1])" : path
  }
}
