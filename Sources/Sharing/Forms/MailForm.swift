import Bilingual
import CivilTime
import Office
import Presentation
import Proof

/// The exact bytes of a mail, in ASCII with CRLF.
package struct OutgoingMail: Sendable, Equatable {
  package var from: String
  package var recipients: [String]
  package var text: String
}

/// A picture that goes along.
package struct MailPicture: Sendable, Equatable {
  package var name: String
  /// A PNG file.
  package var bytes: [UInt8]
}

/// A message as a mail: text and HTML beside each other, charts as attachments.
struct MailForm {
  /// What a mail's body may take as it is written; the rest is left to the page.
  private static let longestBody = 200_000

  private let message: Message
  private let target: ShareTarget
  private let id: String

  private init(_ message: Message, _ target: ShareTarget) {
    self.message = message
    self.target = target
    id = DeliveryKey.id(target, message.key)
  }

  /// Names of the pictures that a message would have, the same number as its figures up to a limit.
  static let mostPictures = 6

  static func mail(
    _ message: Message, _ target: ShareTarget, pictures: [MailPicture], at now: Instant
  ) throws -> OutgoingMail {
    guard let from = target.settings.channel["from"], let to = target.settings.channel["to"] else {
      throw Unusable()
    }
    let recipients = to.split(separator: ",").map { String($0) }
    let form = MailForm(message, target)
    return OutgoingMail(
      from: from, recipients: recipients,
      text: form.headers(from, recipients, now) + form.body(pictures))
  }

  /// `<msg_….sales-mail@example.com>`: by it a receiver's programs tell repetitions.
  private func messageID(_ from: String) -> String {
    let domain = from.split(separator: "@").last.map { String($0) } ?? "localhost"
    return "<\(id).\(target.name)@\(domain)>"
  }

  private func headers(_ from: String, _ to: [String], _ now: Instant) -> String {
    let lines = [
      "From: \(Self.encoded(message.organization))\r\n <\(from)>",
      "To: \(to.joined(separator: ",\r\n "))",
      "Subject: \(Self.encoded(message.title))",
      "Date: \(Self.date(now))",
      "Message-ID: \(messageID(from))",
      "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
      "X-Pdca-Key: \(message.key)",
      "Content-Language: \(message.language.rawValue)",
    ]
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private func body(_ pictures: [MailPicture]) -> String {
    let (mixed, inner) = ("=_mixed_\(id)", "=_text_\(id)")
    let both = [
      Self.text("text/plain", text), Self.text("text/html", html(pictures.map(\.name))),
    ]
    let alternative = Self.multipart("alternative", inner, both)
    guard !pictures.isEmpty else { return alternative }
    return Self.multipart("mixed", mixed, [alternative] + pictures.map(Self.attachment))
  }
}

extension MailForm {
  private var text: String {
    var lines = [message.title, "", message.lead, ""]
    lines += message.facts.map { "\($0.label): \($0.value)" }
    for section in message.sections where section.isWorded {
      lines.append("")
      if !section.title.isEmpty { lines.append("## \(section.title)") }
      lines += PlainLines.lines(section)
    }
    let fitted = TextCut.fit(lines.joined(separator: "\n"), Self.longestBody)
    let more =
      fitted.utf16.count < lines.joined(separator: "\n").utf16.count
      ? message.say("The rest is on its page.", "続きはページにあります。") : ""
    return [fitted, "", more, message.link ?? "", "-- ", message.keyLine, ""]
      .joined(separator: "\n")
  }

  private func html(_ pictures: [String]) -> String {
    let document = Document(
      language: message.language, title: message.title, subtitle: "", lead: message.lead,
      sections: shortened)
    return document.letter(
      .init(
        facts: message.facts.map { ($0.label, $0.value) }, pictures: pictures,
        link: message.link.map { (message.linkLabel, $0) }, foot: message.keyLine))
  }

  /// Sections as far as a mail holds them.
  private var shortened: [DocumentSection] {
    var left = Self.longestBody
    return Array(
      message.sections.prefix { section in
        left -= PlainLines.lines(section).reduce(0) { $0 + $1.utf8.count }
        return left > 0
      })
  }

  private static func multipart(_ kind: String, _ boundary: String, _ parts: [String]) -> String {
    "Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n\r\n"
      + parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
  }

  private static func text(_ type: String, _ text: String) -> String {
    "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      + folded(Base64.encode(text.replacing("\n", with: "\r\n").utf8))
  }

  private static func attachment(_ picture: MailPicture) -> String {
    "Content-Type: image/png; name=\"\(picture.name)\"\r\n"
      + "Content-Disposition: attachment; filename=\"\(picture.name)\"\r\n"
      + "Content-Transfer-Encoding: base64\r\n\r\n" + folded(Base64.encode(picture.bytes))
  }

  /// In lines of 76 characters.
  private static func folded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 76).map {
      String(decoding: bytes[$0..<min($0 + 76, bytes.count)], as: UTF8.self)
    }.joined(separator: "\r\n")
  }

  /// A header's text by RFC 2047: words of at most 64 characters, each of whole characters. Line ends and
  /// control characters become blanks.
  static func encoded(_ text: String) -> String {
    let plain = String(
      String.UnicodeScalarView(
        text.replacing("\r\n", with: " ").unicodeScalars.map {
          $0.properties.generalCategory == .control ? " " : $0
        }))
    var words: [[UInt8]] = [[]]
    for character in plain {
      let bytes = Array(character.utf8)
      if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Base64.encode($0))?=" }.joined(separator: "\r\n ")
  }

  /// `Sun, 29 Nov 2026 06:10:00 +0000`
  static func date(_ instant: Instant) -> String {
    let time = LocalDateTime(instant)
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(days[time.date.weekday - 1]), \(two(time.date.day)) \(months[time.date.month - 1]) "
      + "\(time.date.year) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0000"
  }
}
