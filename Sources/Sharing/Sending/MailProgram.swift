import Office
import OperatingSystem

/// Hands a mail to a program that knows how to go on from there: the machine's `sendmail`, or curl, which
/// speaks SMTP with TLS and verifies the server's certificate.
enum MailProgram {
  static let usualSendmail = "/usr/sbin/sendmail"

  /// - Returns: what came of it.
  static func send(
    _ mail: OutgoingMail, _ target: ShareTarget, _ secret: ShareSecret
  ) async -> AttemptResult {
    guard let server = target.settings.channel["smtp"] else {
      return await sendmail(mail, target.settings.channel["sendmail"] ?? usualSendmail)
    }
    return await smtp(mail, server, target, secret)
  }

  private static func sendmail(_ mail: OutgoingMail, _ path: String) async -> AttemptResult {
    let program = Program([path, "-i", "-f", mail.from, "--"] + mail.recipients)
    let text = mail.text.replacing("\r\n", with: "\n")
    do {
      let outcome = try await program.run(input: text, within: .seconds(60))
      switch outcome.status {
      case 0: return .delivered
      // sysexits: no such user, no such host, data refused, not permitted.
      case 65, 67, 68, 77: return .refused("sendmail \(outcome.status)")
      default: return .later("sendmail \(outcome.status)")
      }
    } catch is Program.Late { return .later("timeout") } catch { return .later("no-sendmail") }
  }

  /// curl reads what is secret from its standard input, and the mail from a file of this account's alone.
  private static func smtp(
    _ mail: OutgoingMail, _ server: String, _ target: ShareTarget, _ secret: ShareSecret
  ) async -> AttemptResult {
    let folder = ProcessEnvironment.variables()["TMPDIR"] ?? "/tmp"
    let path = "\(folder)/pdca-mail-\(UInt64.random(in: 0...UInt64.max))"
    defer { Directory.remove(path) }
    let scheme = server.hasSuffix(":465") ? "smtps" : "smtp"
    var settings = [
      "url = \(quoted("\(scheme)://\(server)"))", "ssl-reqd", "silent", "show-error",
      "connect-timeout = 15", "max-time = 60", "crlf", "upload-file = \(quoted(path))",
      "mail-from = \(quoted(mail.from))",
    ]
    settings += mail.recipients.map { "mail-rcpt = \(quoted($0))" }
    if let user = target.settings.channel["user"], let password = secret[.password] {
      settings.append("user = \(quoted("\(user):\(password)"))")
    }
    if let authorities = ProcessEnvironment.variables()["PDCA_CA_FILE"] {
      settings.append("cacert = \(quoted(authorities))")
    }
    do {
      try TextFile.write(mail.text.replacing("\r\n", with: "\n"), to: path)
      let outcome = try await Program(["curl", "--config", "-"]).run(
        input: settings.joined(separator: "\n") + "\n", within: .seconds(70))
      return result(outcome.status)
    } catch is Program.Late { return .later("timeout") } catch { return .later("no-curl") }
  }

  /// curl's exit statuses: 55 and 8 are answers of the server that say no to this mail.
  private static func result(_ status: Int32) -> AttemptResult {
    switch status {
    case 0: .delivered
    case 35, 51, 58, 60, 64, 77, 83, 90, 91: .later("tls")
    case 28: .later("timeout")
    case 67: .refused("smtp login")
    default: .later("smtp \(status)")
    }
  }

  /// A value in curl's configuration.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: " ").replacing("\r", with: " ")
    return "\"\(escaped)\""
  }
}
