import Bilingual
import CanonicalJSON
import CivilTime
import Crypto
import Domain
import Office
import Orders
import Postgres
import Presentation
import ReadModels
import Shapes
import Terminal
import Wording

extension PageHouse {
  func page(_ request: PageRequest) async -> PageAnswer {
    let language = request.language(usually: language)
    guard request.method != .post, let place = request.place,
      let address = PageAddress(place.parts)
    else {
      return Fault.unknown(request.path).answer(language, asJSON: request.place?.isJSON ?? false)
    }
    do {
      let visitor = try await door.visitor(request, at: clock())
      let asked = PageAsked(
        address: address, request: request, isJSON: place.isJSON, language: language,
        visitor: visitor, now: clock(), overviews: overviews)
      let notice: Notice? = request.query["done"] == nil ? nil : .recorded
      return try await database.perform(as: visitor.account) {
        try asked.answer(in: $0, notice: notice)
      }
    } catch let fault as DoorFault {
      return unknownPerson(fault, language, asJSON: place.isJSON)
    } catch {
      return fault(error).answer(language, asJSON: place.isJSON)
    }
  }
}

/// A page that is asked for by somebody who may ask.
struct PageAsked: Sendable {
  let address: PageAddress
  let request: PageRequest
  let isJSON: Bool
  let language: Language
  let visitor: Visitor
  let now: Instant
  let overviews: OverviewMemo

  private var query: PageQuery { request.query }

  /// Reads it, all in one snapshot, and shows it.
  func answer(in session: Session, notice: Notice? = nil) throws -> PageAnswer {
    let office = try Office(reading: session, at: now)
    defer { try? office.rest() }
    let position = try office.heads().values.reduce(0, +)
    let tag = try tag(position, session)
    if notice == nil,
      request.headers["if-none-match"]?.contains(where: { $0.contains(tag) }) ?? false
    {
      return PageAnswer(304, headers: kept(tag))
    }
    var answer = try shown(office, position, tag, notice)
    answer.headers += kept(tag)
    return answer
  }

  private func kept(_ tag: String) -> [(name: String, value: String)] {
    var headers = [("etag", tag), ("vary", "accept, accept-language, cookie")]
    if let named = query["lang"], Language(rawValue: named) != nil {
      headers.append(
        (
          "set-cookie",
          "\(PageRequest.languageCookie)=\(named); Path=/; Max-Age=31536000; SameSite=Lax"
        ))
    }
    return headers
  }

  /// What tells one state of a page from another: the person, the address, the language, how far the logs
  /// go, which read models are in use, the day, and this program.
  private func tag(_ position: Int, _ session: Session) throws -> String {
    let schema = try ReadSchema.name(in: session)
    let parts =
      [
        visitor.account.rawValue, visitor.token, request.path, language.rawValue,
        isJSON ? "json" : "html", "\(position)", schema, "\(now.microseconds / 3_600_000_000)",
        Assets.style.path, Assets.script.path,
      ] + query.all.flatMap { [$0.name, $0.value] }
    let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{1F}").utf8)).prefix(12)
    return "\"" + digest.map { String($0, radix: 16) }.joined(separator: "-") + "\""
  }

  private func shown(
    _ office: Office, _ position: Int, _ tag: String, _ notice: Notice?
  ) throws -> PageAnswer {
    let organization = try office.organization()
    let asOf = query["as-of"]
    guard let moment = try office.moment(for: MomentRequest(asOf: asOf)) else {
      return try shown(office, nil, organization, position, tag, notice)
    }
    // Why something was decided goes into the past by itself.
    if case .why = address {
      return try shown(office, moment, organization, position, tag, notice)
    }
    return try office.looking(at: moment) {
      try shown($0, moment, organization, position, tag, notice)
    }
  }

  private func shown(
    _ office: Office, _ moment: Moment?, _ organization: OrganizationRow?, _ position: Int,
    _ tag: String, _ notice: Notice?
  ) throws -> PageAnswer {
    let zone = office.setting.zone
    var look = Look(
      language: language, person: visitor.account, zone: zone, now: now, today: office.today,
      asOf: moment == nil ? nil : query["as-of"], token: visitor.token)
    look.names = isJSON ? PeopleNames() : try office.shownNames()
    look.momentLine = moment.map { moment in
      moment.line { zone.localDateTime(at: $0).words }(language)
    }
    let reader = PageReader(
      office: office, look: look, query: query, overviews: overviews, tag: tag, seen: moment)
    let content = try reader.content(of: address)
    if isJSON { return try json(content, office, moment) }
    let frame = Frame(
      look: look, organization: organization?.name ?? "pdca", address: address,
      founded: organization.map { zone.date(at: $0.foundedAt) } ?? office.today,
      today: zone.date(at: now), position: position, query: query)
    let above = (notice?.html(language) ?? .none) + stopped(office, look)
    let body = try content.body() + command(content, look)
    return PageAnswer(200, frame.page(content.title, body, notice: above).markup)
  }

  private func json(
    _ content: PageContent, _ office: Office, _ moment: Moment?
  ) throws -> PageAnswer {
    let frame = AnswerFrame.members(
      stopped: office.stopped.map(\.json), moment: moment?.json)
    return PageAnswer(
      200, type: "application/json; charset=utf-8", try content.json().with(frame).canonical + "\n")
  }

  private func command(_ content: PageContent, _ look: Look) -> HTML {
    "<p class=\"command\"><small>\(look.say("The same in a terminal:", "端末では:"))</small> <code>\(content.command)</code></p>\n"
  }

  /// That what is shown may be out of date.
  private func stopped(_ office: Office, _ look: Look) -> HTML {
    guard !office.stopped.isEmpty else { return .none }
    let names = Set(office.stopped.map(\.department)).sorted()
      .joined(separator: look.say(", ", "、"))
    return """
      <p class="refused">\(look.say("What is known of \(names) has stopped and may be out of date.", "\(names) の参照用データが止まっており、内容が古い可能性があります。")) \
      <code>pdca projection status</code></p>
      """
  }
}

/// What stands above a page after a form was sent.
enum Notice: Sendable, Equatable {
  case recorded

  func html(_ language: Language) -> HTML {
    "<p class=\"notice\" role=\"status\">\(language.choose("Recorded.", "記録しました。"))</p>\n"
  }
}
