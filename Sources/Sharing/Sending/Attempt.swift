import CanonicalJSON
package import CivilTime
package import Office
import Presentation

/// What came of an attempt. The words name neither addresses nor texts.
package enum AttemptResult: Sendable, Equatable {
  case delivered
  /// - Parameter after: seconds that the receiver asks to wait for; nil where it doesn't say.
  case later(String, after: Int? = nil)
  /// For good: trying again would change nothing.
  case refused(String)
  /// The address itself is no more.
  case gone(String)
  /// What is needed to reach it isn't there or can't be read.
  case unusable
}

/// One attempt to hand a message over.
package struct Attempt: Sendable {
  package let target: ShareTarget
  let secret: ShareSecret
  let transport: any Transport

  package init(_ target: ShareTarget, _ secret: ShareSecret, over transport: any Transport) {
    self.target = target
    self.secret = secret
    self.transport = transport
  }

  package func deliver(_ message: Message, at now: Instant) async -> AttemptResult {
    do {
      switch target.channel {
      case .webhook: return try await post(WebhookForm.request(message, target, secret, at: now))
      case .slack: return try await post(SlackForm.request(message, secret))
      case .teams: return try await post(TeamsForm.request(message, secret))
      case .notion: return try await keep(NotionForm(message, target, secret))
      case .mail:
        return await MailProgram.send(try await mail(message, at: now), target, secret)
      }
    } catch let fault as SendingFault { return Self.result(fault) } catch { return .unusable }
  }

  /// What would be sent first, as people may see it.
  package func preview(_ message: Message, at now: Instant) async throws -> String {
    switch target.channel {
    case .webhook: try WebhookForm.request(message, target, secret, at: now).shown
    case .slack: try SlackForm.request(message, secret).shown
    case .teams: try TeamsForm.request(message, secret).shown
    case .notion:
      try NotionForm(message, target, secret).creation(NotionProperties.usual).shown
    case .mail: try await mail(message, at: now).text
    }
  }

  private func mail(_ message: Message, at now: Instant) async throws -> OutgoingMail {
    let figures = Array(message.figures.prefix(MailForm.mostPictures))
    return try MailForm.mail(
      message, target, pictures: await PictureProgram.pictures(of: figures), at: now)
  }

  private func send(_ request: OutgoingRequest) async throws -> ReceivedAnswer {
    try await transport.send(request, allowingPrivate: target.settings.allowsPrivate)
  }

  private func post(_ request: OutgoingRequest) async throws -> AttemptResult {
    Self.result(try await send(request))
  }
}

extension Attempt {
  /// Makes the page of an occasion, or writes the one that is there anew.
  private func keep(_ form: NotionForm) async throws -> AttemptResult {
    let shape = try await send(form.properties)
    guard shape.status == 200 else { return Self.result(shape) }
    guard let known = (try? JSON(parsing: shape.body)).flatMap(NotionProperties.init),
      known.hasKey
    else { return .refused("no property pdca key") }
    let found = try await send(form.search)
    guard found.status == 200 else { return Self.result(found) }
    guard let page = Self.page(in: found.body) else {
      return Self.result(try await send(form.creation(known)))
    }
    let properties = try await send(form.properties(of: page, known))
    guard properties.status == 200 else { return Self.result(properties) }
    return Self.result(try await send(form.contents(of: page)))
  }

  /// The first page of an answer to a search; only what looks like an id becomes part of an address.
  private static func page(in body: [UInt8]) -> String? {
    guard case .array(let results)? = (try? JSON(parsing: body))?.object?["results"],
      let id = results.first?.object?["id"]?.string,
      id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 || $0 == UInt8(ascii: "-") })
    else { return nil }
    return id
  }
}

extension Attempt {
  static func result(_ answer: ReceivedAnswer) -> AttemptResult {
    let word = "http \(answer.status)"
    switch answer.status {
    case 200..<300: return .delivered
    case 410: return .gone(word)
    case 408, 409, 423, 425, 429, 500...: return .later(word, after: answer.retryAfter)
    default: return .refused(word)
    }
  }

  static func result(_ fault: SendingFault) -> AttemptResult {
    switch fault {
    case .badAddress, .forbiddenAddress: .refused(fault.word)
    case .unresolved, .noConnection, .tls, .timeout, .cut: .later(fault.word)
    }
  }
}
