import Bilingual
import Domain
import Postgres
import Presentation

extension PageHouse {
  /// The way in: by the link's ticket, or by a password.
  func signIn(_ request: PageRequest) async -> PageAnswer {
    let language = request.language(usually: language)
    if request.method == .post { return await signInByPassword(request, language) }
    guard let ticket = request.query["ticket"] else { return signInPage(language, status: 200) }
    guard let account = door.accept(ticket: ticket) else {
      metrics.countRefusedSignIn()
      return signInPage(language, status: 403, said: usedLink(language))
    }
    var answer = PageAnswer.redirect(to: "/")
    answer.headers.append(PageDoor.setting(door.sessions.begin(account, at: clock()).cookie))
    return answer
  }

  private func usedLink(_ language: Language) -> String {
    language.choose(
      "This link was used already, or is none. Make another one: pdca serve link",
      "このリンクは使用済みか、無効です。新しいリンクを発行してください: pdca serve link")
  }

  private func signInByPassword(_ request: PageRequest, _ language: Language) async -> PageAnswer {
    guard isOfOurPage(request) else { return Fault.forged.answer(language, asJSON: false) }
    do {
      let cookie = try await door.begin(
        request.form["account"] ?? "", password: request.form["password"] ?? "",
        from: request.remote, at: clock())
      var answer = PageAnswer.redirect(to: "/")
      answer.headers.append(PageDoor.setting(cookie))
      return answer
    } catch let fault as DoorFault {
      metrics.countRefusedSignIn()
      return refusedSignIn(fault, language)
    } catch {
      return fault(error).answer(language, asJSON: false)
    }
  }

  /// The same for an account that isn't there and a password that is wrong.
  private func refusedSignIn(_ fault: DoorFault, _ language: Language) -> PageAnswer {
    guard case .tooOften(let seconds) = fault else {
      return signInPage(
        language, status: 403,
        said: language.choose(
          "The account or the password is not right.", "アカウントまたはパスワードが違います。"))
    }
    var answer = signInPage(
      language, status: 429,
      said: language.choose(
        "Too many attempts. Try again in \(seconds) seconds.", "試行回数が多すぎます。\(seconds)秒後に再度お試しください。")
    )
    answer.headers.append(("retry-after", "\(seconds)"))
    return answer
  }

  func signOut(_ request: PageRequest) -> PageAnswer {
    let language = request.language(usually: language)
    guard request.method == .post, isOfOurPage(request),
      let cookie = request.cookie(PageDoor.cookie),
      let session = door.sessions.session(cookie, at: clock()),
      Secret.matches(request.form["token"] ?? "", session.token)
    else { return Fault.forged.answer(language, asJSON: false) }
    door.sessions.end(cookie)
    var answer = PageAnswer.redirect(to: "/sign-in")
    answer.headers.append(PageDoor.setting(""))
    return answer
  }

  /// Nobody is known, or not believed.
  func unknownPerson(_ fault: DoorFault, _ language: Language, asJSON: Bool) -> PageAnswer {
    if asJSON {
      return PageAnswer(
        401, type: "application/json; charset=utf-8",
        "{\"error\":{\"refused\":\"\(language.choose("Sign in first.", "サインインしてください。"))\"}}\n")
    }
    return signInPage(language, status: fault == .refused ? 403 : 401)
  }

  private func signInPage(
    _ language: Language, status: Int, said: String = ""
  ) -> PageAnswer {
    let notice: HTML = said.isEmpty ? .none : "<p class=\"refused\" role=\"alert\">\(said)</p>\n"
    return PageAnswer(
      status,
      BarePage.markup(
        language, title: language.choose("Sign in", "サインイン"), notice + way(language)
      ).markup)
  }

  private func way(_ language: Language) -> HTML {
    switch door.way {
    case .link:
      .paragraph(
        language.choose(
          "Open the link that pdca serve printed; it works once. Another one: pdca serve link",
          "pdca serve が表示したリンクを開いてください（一度だけ有効です）。再発行: pdca serve link"))
    case .password:
      """
      <form class="entry" method="post" action="/sign-in">
      <p><label for="account">\(language.choose("Account", "アカウント"))</label>
      <input id="account" name="account" autocomplete="username" maxlength="63" required></p>
      <p><label for="password">\(language.choose("Password", "パスワード"))</label>
      <input id="password" name="password" type="password" autocomplete="current-password" \
      maxlength="1000" required></p>
      <button>\(language.choose("Sign in", "サインイン"))</button></form>

      """
    case .assertion, .header:
      .paragraph(
        language.choose(
          "The proxy before this server says who you are; it did not.",
          "手前のプロキシで利用者を確認できませんでした。"))
    }
  }
}
