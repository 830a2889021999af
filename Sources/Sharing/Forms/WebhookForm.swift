import Bilingual
import CanonicalJSON
import CivilTime
import Office
import Presentation

/// A message for any receiver: a CloudEvents 1.0 event in the JSON format, which is a payload of Standard
/// Webhooks as well. It is thin: who wants more follows its address or asks for the thing by its id.
enum WebhookForm {
  /// Below the 20 KB that the standard wishes for.
  private static let longestSummary = 4_000

  static func body(_ message: Message, _ target: ShareTarget) -> JSON {
    [
      "specversion": "1.0",
      "id": JSON(message.key),
      "source": JSON(source(message, target)),
      "type": JSON(type(message.kind)),
      "subject": JSON(message.about),
      "time": JSON(message.time.rfc3339),
      // Standard Webhooks' name for it.
      "timestamp": JSON(message.time.rfc3339),
      "datacontenttype": "application/json",
      "data": [
        "about": JSON(message.about),
        "department": JSON(message.department),
        "language": JSON(message.language.rawValue),
        "title": JSON(message.title),
        "summary": JSON(TextCut.fit(message.lead, longestSummary)),
        "facts": .array(
          message.facts.map { ["label": JSON($0.label), "value": JSON($0.value)] }),
        "url": JSON(message.link),
      ],
    ]
  }

  /// With the id it is unique: the same log's department, wherever it is sent from.
  private static func source(_ message: Message, _ target: ShareTarget) -> String {
    "\(target.settings.page ?? "urn:pdca")/departments/\(message.department)"
  }

  static func type(_ kind: ShareOccasion?) -> String {
    switch kind {
    case nil: "pdca.test"
    case .reviewWritten: "pdca.review.written"
    case .reviewClosed: "pdca.review.closed"
    case .worse: "pdca.kpi.worse"
    case .decision: "pdca.decision.asked"
    case .lesson: "pdca.lesson.validated"
    case .due: "pdca.due"
    }
  }

  static func request(
    _ message: Message, _ target: ShareTarget, _ secret: ShareSecret, at now: Instant
  ) throws -> OutgoingRequest {
    let body = Array(body(message, target).canonical.utf8)
    guard let url = secret[.url], let key = secret[.key].flatMap(WebhookKey.init) else {
      throw Unusable()
    }
    let former = secret[.formerKey].flatMap(WebhookKey.init)
    let signed = StandardWebhook(keys: [key, former].compactMap(\.self)).headers(
      id: DeliveryKey.id(target, message.key), timestamp: now.secondsSince1970, body: body)
    return OutgoingRequest(
      url: url, headers: [("content-type", "application/cloudevents+json; charset=utf-8")] + signed,
      body: body)
  }
}

/// What a target needs to be reached isn't there or can't be read.
struct Unusable: Error {}
