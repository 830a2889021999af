import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import Terminal

extension ShareGroup {
  struct StatusCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "status",
        "How far each target has come, and what was set aside; status 1 where somebody has to look.",
        "共有先ごとの送信状況と保留中の内容を表示します。対応が必要な場合は終了コード 1 を返します。",
        examples: ["pdca share status", "pdca share status sales-slack --json"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help("One target alone.", "共有先を1つに絞ります。")) var name: String?

    func run(at desk: Desk) throws {
      let seesAll = try desk.noteOthersTargets()
      let standings = try desk.office.sharingStandings(name)
      let aside = try desk.office.setAside(of: standings)
      let answer = desk.answer
      answer.give(
        json: standings.listJSON(aside: aside)
      ) {
        guard !standings.isEmpty else {
          return !seesAll
            ? []
            : [answer.say("There are no targets yet.", "共有先はまだありません。")]
        }
        return table(standings, desk).lines(answer.layout) + paused(standings, desk)
          + aside.map { line($0, answer) }
      }
      if standings.contains(where: \.wantsSomebody) { throw ExitStatus(code: .rule) }
    }

    private func table(_ standings: [ShareStanding], _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init(say("Target", "共有先"), minimumWidth: 8, priority: 3),
        .init(say("Sent", "送信済み"), align: .right, priority: 2),
        .init(say("Waiting", "送信待ち"), align: .right, priority: 3),
        .init(say("Aside", "保留"), align: .right, priority: 3),
        .init(say("Skipped", "対象外"), align: .right),
        .init(say("Behind", "未確認の記録"), align: .right),
        .init(say("Next attempt", "次の送信"), minimumWidth: 10, overflow: .wrap),
      ])
      for standing in standings {
        table.add([
          Cell(standing.target.name, .id), Cell("\(standing.sent)"), Cell("\(standing.waiting)"),
          Cell("\(standing.aside)", standing.aside > 0 ? .bad : nil), Cell("\(standing.skipped)"),
          Cell("\(standing.behind)"), Cell(next(standing, desk)),
        ])
      }
      return table
    }

    private func next(_ standing: ShareStanding, _ desk: Desk) -> String {
      guard let next = standing.next else { return "–" }
      let say = desk.answer.say
      guard let at = next.nextAttemptAt else { return say("at once", "すぐ") }
      let time = desk.setting.zone.localDateTime(at: at)
      let result = next.lastResult.map { " (\($0))" } ?? ""
      return "\(time.date) \(String(time.description.dropFirst(11).prefix(5)))\(result)"
    }

    private func paused(_ standings: [ShareStanding], _ desk: Desk) -> [String] {
      let answer = desk.answer
      return standings.compactMap { standing in
        standing.target.pause.map { pause in
          let name = standing.target.name
          let reason =
            pause.reason?.words(answer.language)
            ?? [pause.by.map { desk.names($0) }, pause.because].compactMap(\.self)
            .joined(separator: ": ")
          return answer.say(
            "\(name) is paused (\(safe(reason))). Go on:  pdca share resume \(name)",
            "\(name) は停止中です（\(safe(reason))）。再開する:  pdca share resume \(name)")
        }
      }
    }

    private func line(_ delivery: ShareDelivery, _ answer: Answer) -> String {
      answer.say(
        "\(delivery.target) \(delivery.number) is set aside: \(delivery.occasion) "
          + "(\(delivery.lastResult ?? "")). Try again:  pdca share retry \(delivery.target) "
          + "\(delivery.number)",
        "\(delivery.target) の \(delivery.number) 番は保留中です: \(delivery.occasion)"
          + "（\(delivery.lastResult ?? "")）。再送する:  pdca share retry \(delivery.target) "
          + "\(delivery.number)")
    }
  }
}
