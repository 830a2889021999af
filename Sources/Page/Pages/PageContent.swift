import CanonicalJSON
import Domain
import Office

/// What a page shows, made when it is asked for: to people, and to programs as the command gives it.
struct PageContent {
  let title: String
  /// How the command says the same.
  let command: String
  let json: () throws -> JSON
  let body: () throws -> HTML

  init(
    _ title: String, command: String, json: @escaping () throws -> JSON,
    body: @escaping () throws -> HTML
  ) {
    self.title = title
    self.command = command
    self.json = json
    self.body = body
  }
}

/// Reads pages at the office, at the moment that is looked at.
struct PageReader {
  let office: Office
  let look: Look
  let query: PageQuery
  let overviews: OverviewMemo
  /// Tells this state of the page from another, and from anybody else's.
  let tag: String
  /// What a page looks at that goes into the past by itself; nil for the present.
  var seen: Moment?

  func content(of address: PageAddress) throws -> PageContent {
    switch address {
    case .overview: try overview()
    case .promoters: try promoters()
    case .today: try today()
    case .log: try log()
    case .search: try search()
    case .returns: try returns()
    case .department(let code): try department(code)
    case .kpi(let kpi): try self.kpi(kpi)
    case .item(let id): try item(id)
    case .review(let id): try review(id)
    case .why(let name): try why(name)
    case .replay(let name): try replay(name)
    }
  }

  private func item(_ id: ItemID) throws -> PageContent {
    switch id.kind {
    case .cycle: try cycle(id)
    case .lesson: try lesson(id)
    case .issue: try issue(id)
    case .design: try design(id)
    case .concept: try concept(id)
    }
  }

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    look.say(en(), ja())
  }

  /// The command's option that looks at the same moment.
  var asOfOption: String { look.asOf.map { " --as-of \($0)" } ?? "" }

  /// The form, where the page shows the present.
  func form(_ form: () -> HTML) -> HTML { look.isPast ? .none : form() }
}
