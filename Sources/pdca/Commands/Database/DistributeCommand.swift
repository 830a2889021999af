import ArgumentParser
import Office
import OperatingSystem
import Presentation
import Shapes
import Terminal
import Wording

extension DatabaseCommand {
  struct DistributeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "distribute",
        "Spread the logs over the workers of a Citus cluster, by department; before the first event.",
        "Citus クラスターのワーカーに、部門ごとに記録を分散します。最初のイベントを記録する前に実行します。",
        examples: ["pdca database distribute --database postgresql://pdca_owner@coordinator/pdca"])
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        let made = try await Distribution.distribute(premises, by: Premises.reach)
        hold?.release()
        answer.give(json: made.json) {
          [made.line(answer)] + made.workers.map { "  \(safe($0))" }
        }
      }
    }
  }
}

extension Distribution {
  fileprivate func line(_ answer: Answer) -> String {
    let count = "\(workers.count) worker\(workers.count == 1 ? "" : "s")"
    return isNew
      ? answer.say(
        "The logs are spread over \(count) (Citus \(safe(version))):",
        "記録を \(workers.count) 台のワーカーに分散しました (Citus \(safe(version))):")
      : answer.say(
        "The logs were spread already, over \(count) (Citus \(safe(version))):",
        "記録は既に \(workers.count) 台のワーカーに分散されています (Citus \(safe(version))):")
  }
}
