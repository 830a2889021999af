import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Reviews

/// What every target is given: whom it reads as, what it is told, and when.
struct ShareTargetOptions: ParsableArguments {
  @Argument(
    help: help("The target's name: small letters, digits, hyphens.", "共有先の名前（英小文字・数字・ハイフン）。"))
  var name: String

  @Option(
    name: .customLong("as"),
    help: help(
      "The account that answers for it: it is told what that person may see. Without it your own.",
      "責任者のアカウント。その人が閲覧できる内容だけを送ります。省略時は自分です。"),
    completion: .ids(.members))
  var reader: String?

  @Option(
    name: [.customShort("d"), .customLong("department")],
    help: help(
      "Of this department alone; may be repeated. Without it all that the account may see.",
      "部門を絞ります（複数指定可）。省略時は責任者が閲覧できる全部門です。"),
    completion: .ids(.departments))
  var departments: [String] = []

  @Option(
    help: help(
      "What it is told: review-written, review-closed, worse, decision, lesson, due, with commas.",
      "お知らせする内容。review-written、review-closed、worse、decision、lesson、due をコンマ区切りで指定します。"))
  var tell = "review-closed"

  @Option(
    name: .customLong("for"),
    help: help(
      "Reviews cut for one audience: executive, promoter or field.",
      "読み手に合わせたレビューにします（executive 経営層、promoter 推進役、field 現場）。"))
  var audience: Audience?

  @Option(
    help: help(
      "The target's language: en or ja. Without it the present one.", "送る言語（en、ja）。省略時は現在の表示言語です。"))
  var language: Language?

  @Option(
    help: help("Hours in which messages may arrive: 9-18.", "送信してよい時間帯（例: 9-18）。"))
  var hours: String?

  @Option(help: help("Days on which messages may arrive: mon-fri.", "送信してよい曜日（例: mon-fri）。"))
  var days: String?

  @Option(
    help: help(
      "A file of days without messages: a date a line, or the Cabinet Office's list of holidays.",
      "送信しない日のファイル（1行1日付、または内閣府の祝日 CSV）。"))
  var holidays: String?

  @Option(
    help: help(
      "Where the page is, for links: https://pdca.example.com",
      "画面の URL（リンク用。例: https://pdca.example.com）。"))
  var page: String?

  @Flag(
    help: help(
      "It may be on this machine or in a private network.", "このマシンや社内ネットワーク上の送信先を許可します。"))
  var allowPrivate = false

  func settings(at desk: Desk, channel: [String: String] = [:]) throws -> ShareSettings {
    var settings = ShareSettings(
      language: language ?? desk.answer.language, occasions: try occasions())
    settings.departments = try departments.map { try desk.department(named: $0) }
    settings.audience = audience
    settings.hours = try shareHours(desk)
    settings.page = try page.map { try Self.base($0) }
    settings.allowsPrivate = allowPrivate
    settings.channel = channel
    return settings
  }

  func account(at desk: Desk) throws -> Account {
    try reader.map { try Read.account($0) } ?? desk.setting.actor
  }

  private func occasions() throws -> Set<ShareOccasion> {
    let words = tell.halfWidth.lowercased().split(separator: ",").map { String($0).trimmingBlanks }
    let found = words.compactMap { ShareOccasion(rawValue: $0) }
    guard !found.isEmpty, found.count == words.count else {
      throw InputFault.unreadable(argument: "--tell", text: tell, wanted: .choice)
    }
    return Set(found)
  }

  private func shareHours(_ desk: Desk) throws -> ShareHours {
    var found = ShareHours()
    if let hours {
      guard let range = ShareHours.minutes(hours.halfWidth) else {
        throw InputFault.unreadable(argument: "--hours", text: hours, wanted: .period)
      }
      found.minutes = range
    }
    if let days {
      guard let set = ShareHours.days(days.halfWidth) else {
        throw InputFault.unreadable(argument: "--days", text: days, wanted: .choice)
      }
      found.days = set
    }
    if let holidays {
      found.holidays = try HolidayFile.days(in: InputFile.bytes(holidays), desk.dates)
    }
    return found
  }

  private static func base(_ text: String) throws -> String {
    guard let address = HTTPAddress(text), !address.hasUserInfo else {
      throw SharingFault.badAddress(.unreadable)
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}

extension String {
  fileprivate var trimmingBlanks: String { self[...].trimmed }
}
