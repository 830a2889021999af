import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import Terminal

/// A command about one target that is there.
private let nameHelp = ("The target.", "共有先の名前。")

extension ShareGroup {
  struct ListCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List the targets; nothing secret is shown.", "共有先の一覧を表示します（秘密の情報は表示しません）。",
        examples: ["pdca share list"])
    }

    @OptionGroup var global: GlobalOptions

    func run(at desk: Desk) throws {
      let targets = try desk.office.targets()
      let seesAll = try desk.noteOthersTargets()
      desk.answer.give(json: targets.listJSON) {
        targets.isEmpty
          ? seesAll ? [none(desk.answer)] : []
          : table(targets, desk).lines(desk.answer.layout)
      }
    }

    private func none(_ answer: Answer) -> String {
      answer.say(
        "There are no targets yet. Add one:  pdca share add slack <name> --url-file <file>",
        "共有先はまだありません。追加する:  pdca share add slack <名前> --url-file <ファイル>")
    }

    private func table(_ targets: [ShareTarget], _ desk: Desk) -> Table {
      let say = desk.answer.say
      let language = desk.answer.language
      var table = Table([
        .init(say("Target", "共有先"), minimumWidth: 8, priority: 3),
        .init(say("Channel", "種類"), minimumWidth: 7, priority: 2),
        .init(say("As", "責任者"), minimumWidth: 6, priority: 2),
        .init(say("Departments", "部門"), minimumWidth: 8, overflow: .wrap),
        .init(say("Told of", "お知らせ内容"), minimumWidth: 12, overflow: .wrap),
        .init(say("State", "状態"), minimumWidth: 6, priority: 3),
      ])
      for target in targets {
        let occasions = ShareOccasion.allCases.filter(target.settings.occasions.contains)
        let homes = target.settings.departments.map(\.rawValue)
        table.add([
          Cell(target.name, .id), Cell(target.channel.words(language)), Cell("\(target.reader)"),
          Cell(homes.isEmpty ? say("all", "全部門") : homes.joined(separator: say(", ", "、"))),
          Cell(occasions.map { $0.words(language) }.joined(separator: say(", ", "、"))),
          target.pause == nil
            ? Cell(say("served", "稼働中"), .good) : Cell(say("paused", "停止中"), .warn),
        ])
      }
      return table
    }
  }

  struct PauseCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "pause", "Send nothing to a target until it is resumed; what comes waits.",
        "再開するまで送信を止めます（その間の内容は送信待ちになります）。",
        examples: ["pdca share pause sales-slack --reason 'Channel is being moved'"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help(nameHelp.0, nameHelp.1)) var name: String
    @Option(help: help("Why.", "理由。")) var reason: String?

    func run(at desk: Desk) throws {
      try desk.office.pauseTarget(name, because: reason)
      desk.answer.done(
        name, .paused, Phrase(en: "\(name) is paused.", ja: "\(name) への送信を停止しました。"))
    }
  }

  struct ResumeCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "resume", "Go on sending to a target that was paused.", "停止していた送信を再開します。",
        examples: ["pdca share resume sales-slack"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help(nameHelp.0, nameHelp.1)) var name: String

    func run(at desk: Desk) throws {
      try desk.office.resumeTarget(name)
      desk.answer.done(
        name, .served, Phrase(en: "\(name) is served again.", ja: "\(name) への送信を再開しました。"))
    }
  }

  struct RemoveCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "remove", "Take a target away, with its secrets and what waits for it.",
        "共有先を、秘密の情報や送信待ちごと削除します。",
        examples: ["pdca share remove sales-slack"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help(nameHelp.0, nameHelp.1)) var name: String

    func run(at desk: Desk) throws {
      try desk.office.removeTarget(name)
      desk.answer.done(
        name, .removed, Phrase(en: "\(name) is taken away.", ja: "\(name) を削除しました。"))
    }
  }

  struct RetryCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "retry", "Try again what was set aside or waits for its next attempt.",
        "保留中・再送待ちの内容をもう一度送ります。",
        examples: ["pdca share retry sales-slack", "pdca share retry sales-slack 12"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help(nameHelp.0, nameHelp.1)) var name: String
    @Argument(help: help("One delivery alone.", "送信番号（1件だけ再送する場合）。")) var number: Int?

    func run(at desk: Desk) throws {
      let count = try desk.office.retryDeliveries(of: name, number: number)
      desk.answer.give(json: ShareTarget.json(retrying: name, deliveries: count)) {
        [
          desk.answer.say(
            "\(count) \(count == 1 ? "delivery is" : "deliveries are") tried again at the sender's next turn.",
            "\(count)件を次の送信時に再送します。")
        ]
      }
    }
  }

  struct SkipCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "skip", "Leave out everything that a target was not told yet, and go on from now.",
        "未送信の内容をすべて飛ばし、これ以降の内容から再開します。",
        examples: ["pdca share skip data-hub"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help(nameHelp.0, nameHelp.1)) var name: String

    func run(at desk: Desk) throws {
      let (deliveries, events) = try desk.office.skipToNow(name)
      desk.answer.give(
        json: ShareTarget.json(skipping: name, deliveries: deliveries, events: events)
      ) {
        [
          desk.answer.say(
            "\(name) goes on from now: \(deliveries) waiting deliveries and \(events) events of the "
              + "logs are left out.",
            "\(name) は現在の位置から再開します（送信待ち\(deliveries)件、未確認の記録\(events)件を対象外にしました）。")
        ]
      }
    }
  }
}

extension Desk {
  /// Says to whoever doesn't see all targets whose are shown.
  /// - Returns: whether all are.
  func noteOthersTargets() throws -> Bool {
    let seesAll = try office.seesAllTargets()
    if !seesAll {
      answer.console.note(
        answer.say(
          "Note: only targets that read as you, or that you added, are shown; whoever may set targets "
            + "up sees all.",
          "注意: 自分が責任者の共有先と自分が追加した共有先だけを表示します。すべてを見られるのは、共有先を設定できる人です。"))
    }
    return seesAll
  }
}

extension Answer {
  fileprivate func done(_ name: String, _ change: ShareTargetChange, _ phrase: Phrase) {
    give(json: change.json(of: name)) { [phrase(language)] }
  }
}
