import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

extension SubsidyGroup {
  struct AttendCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "attend", "Record when people took part, by name or from a file.",
        "受講者ごとの受講時間を記録します（個別、またはファイル）。",
        examples: [
          "pdca subsidy attend HQ-D1 1 suzuki tanaka --from 9:40 --to 17:00",
          "pdca subsidy attend HQ-D1 --file attendance.xlsx",
          "pdca subsidy attend HQ-D1 1 suzuki --withdraw --reason '退室時刻の誤り'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var table: TableOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int?
    @Argument(
      help: help("Accounts of those who attended.", "受講者のアカウント。"), completion: .ids(.members))
    var accounts: [String] = []
    @Option(help: help("From: 9:40.", "受講開始（9:40）。")) var from: String?
    @Option(help: help("To: 17:00.", "受講終了（17:00）。")) var to: String?
    @Option(
      help: help(
        "A file (.csv, .xlsx) with the columns session, account, from, to: all of it or nothing.",
        "session（回）、account（アカウント）、from（開始）、to（終了）の列があるファイル（.csv、.xlsx）。"
          + "全件成功時のみ記録します。"))
    var file: String?
    @Flag(help: help("Withdraw the times recorded.", "記録済みの受講時間を取り消します。")) var withdraw = false
    @Option(help: help("Why they are withdrawn.", "取り消す理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let order = try desk.order(in: id.department, writing, commutes: true)
      if withdraw { return try takeBack(id, order, desk) }
      let attendances =
        try file.map {
          try SubsidyFiles.attendances(in: TableFile($0, table.settings))
        } ?? typed()
      let outcome = try desk.office.record(.attend(attendances), on: id, order)
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(
          en: "\(id): times of \(outcome.events.count) attendances recorded.",
          ja: "\(id) の受講時間を\(outcome.events.count)件記録しました。"),
        next: [Phrase(both: "pdca subsidy check \(id)")])
    }

    private func typed() throws -> [TimedAttendance] {
      guard let session else {
        throw DeskError.missing(.wholeNumber, argument: "<session>")
      }
      let span = try Read.span("\(from ?? "")-\(to ?? "")", "--from, --to")
      return try accounts.map {
        TimedAttendance(session: session, account: try Read.account($0), span: span)
      }
    }

    private func takeBack(_ id: ItemID, _ order: Order, _ desk: Desk) throws {
      guard let session, let account = accounts.first else {
        throw DeskError.missing(.account, argument: "<accounts>")
      }
      let why = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
      let outcome = try desk.office.record(
        .withdrawAttendance(session: session, account: try Read.account(account), reason: why),
        on: id, order)
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(
          en: "Session \(session) of \(id): times of \(account) withdrawn.",
          ja: "\(id) の第\(session)回、\(account) の受講時間を取り消しました。"))
    }
  }
}
