import Bilingual
import Domain
import Office
import Postgres
import Presentation
import Wording

extension PageHouse {
  /// Records what a form says, and leads to the page that shows it; what is refused is told, and the form
  /// is there again.
  func entry(_ request: PageRequest) async -> PageAnswer {
    let language = request.language(usually: language)
    guard let kind = PageEntry.Kind(path: request.path) else {
      return Fault.unknown(request.path).answer(language, asJSON: false)
    }
    do {
      let visitor = try await door.visitor(request, at: clock())
      guard isOfOurPage(request), Secret.matches(request.form["token"] ?? "", visitor.token) else {
        return Fault.forged.answer(language, asJSON: false)
      }
      let entry = PageEntry(kind: kind, form: request.form)
      let now = clock()
      let address = try await database.perform(as: visitor.account) { session in
        try entry.record(at: Office(writing: session, at: now))
      }
      metrics.count(entry: kind.rawValue)
      await feed.look()
      return .redirect(to: Percent.encoded(address.path) + "?done=1")
    } catch let fault as DoorFault {
      return unknownPerson(fault, language, asJSON: false)
    } catch {
      return fault(error).answer(
        language, asJSON: false, form: RefusedForm(kind, request.form, language).html)
    }
  }

  /// What browsers say of where a form comes from; older ones say nothing.
  func isOfOurPage(_ request: PageRequest) -> Bool {
    if let site = request.header("sec-fetch-site"), site != "same-origin" { return false }
    guard let origin = request.header("origin") else { return true }
    guard let host = request.header("host") else { return false }
    return ["http://", "https://"].contains { origin.lowercased() == $0 + host.lowercased() }
  }
}

/// What was typed, to be corrected and sent again under the same identity.
private struct RefusedForm {
  let kind: PageEntry.Kind
  let form: PageQuery
  let language: Language

  init(_ kind: PageEntry.Kind, _ form: PageQuery, _ language: Language) {
    self.kind = kind
    self.form = form
    self.language = language
  }

  private static let hidden: Set<String> = ["token", "command", "about"]

  var html: HTML {
    let fields = form.all.map { field -> HTML in
      if Self.hidden.contains(field.name) {
        return "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n"
      }
      return """
        <p><label for="\(field.name)">\(name(of: field.name))</label>
        <textarea id="\(field.name)" name="\(field.name)" rows="2">\(HTML(made: XMLText.lines(of: field.value)))</textarea></p>

        """
    }
    return """
      <form class="entry" method="post" action="\(kind.path)">
      \(fields)<button>\(language.choose("Send it again", "もう一度送信する"))</button></form>

      """
  }

  private func name(of field: String) -> String {
    switch field {
    case "text": language.choose("What was done", "実施した内容")
    case "minutes": language.choose("Time it took", "所要時間")
    case "period": language.choose("Period", "期間")
    case "value": language.choose("Value", "値")
    case "decision": language.choose("What is decided", "決定事項")
    case "why": language.choose("Why", "理由")
    default: language.choose("Note", "メモ")
    }
  }
}
