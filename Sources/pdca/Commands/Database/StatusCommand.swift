import ArgumentParser
import Office
import Presentation
import Terminal

extension DatabaseCommand {
  struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "status",
        "Where the database is, and how; status 1 when a projection has stopped or a bound that is "
          + "given is passed.",
        "データベースの場所と状態を表示します。停止中のリードモデルがある場合、または指定した上限を超えた場合は"
          + "終了コード 1 を返します。",
        examples: [
          "pdca database status", "pdca database status --prometheus",
          "pdca database status --max-lag 60 --max-seal-age 86400",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: help(
        "Answer in the text format of Prometheus, for its node exporter's directory or a scrape.",
        "Prometheus のテキスト形式で出力します。"))
    var prometheus = false

    @OptionGroup var bounds: HealthOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let facts = try await DatabaseFacts.gather(of: premises, by: Premises.reach)
        if prometheus {
          answer.console.line(String(facts.metrics.dropLast()))
        } else {
          answer.give(json: facts.json) { facts.block(answer.language).lines(answer.layout) }
        }
        if let health = facts.health, bounds.values.arePassed(by: health) {
          throw ExitStatus(code: .rule)
        }
      }
    }
  }
}

/// From when on a monitor is to raise an alarm; what isn't given has no bound.
struct HealthOptions: ParsableArguments {
  @Option(
    name: .customLong("max-lag"),
    help: help("Seconds that a projection may be behind.", "リードモデルの遅れの上限 (秒)。"))
  var lag: Double?

  @Option(
    name: .customLong("max-seal-age"),
    help: help(
      "Seconds that a log with unsealed events may go without a seal.",
      "未封印のイベントがある場合の、最後の封印からの経過時間の上限 (秒)。"))
  var sealAge: Double?

  @Option(
    name: .customLong("max-transaction"),
    help: help("Seconds that a transaction may be open.", "トランザクションの継続時間の上限 (秒)。"))
  var transaction: Double?

  @Option(
    name: .customLong("max-standby-lag"),
    help: help("Seconds that a standby may be behind.", "待機系の遅れの上限 (秒)。"))
  var standbyLag: Double?

  fileprivate var values: HealthBounds {
    HealthBounds(lag: lag, standbyLag: standbyLag, sealAge: sealAge, transaction: transaction)
  }
}
