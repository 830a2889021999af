import ArgumentParser
import Domain
import Office
import Presentation
import ReadModels
import Terminal

extension ProjectionGroup {
  struct CheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "check",
        "Fold the logs anew and compare with the live read models; status 5 when they differ, 1 when "
          + "one has stopped.",
        "記録から作り直した結果と現在のリードモデルを比較します。相違があれば終了コード 5、停止中があれば 1 を返します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await ProjectionGroup.serve(global) { answer, _, office in
        let check = try await office.check()
        let found = check.differences
        if !check.repaired.isEmpty { answer.noteRepair(of: check.repaired) }
        answer.give(json: check.json) { self.lines(check, answer) }
        if !found.isEmpty { throw ExitStatus(code: .tampering) }
        if !check.stopped.isEmpty { throw ExitStatus(code: .rule) }
      }
    }

    private func lines(_ check: ProjectionCheck, _ answer: Answer) -> [String] {
      let found = check.differences
      let verdict =
        !found.isEmpty
        ? found.flatMap { lines($0, answer) }
          + [
            answer.say("Build them anew:  pdca projection rebuild", "再構築:  pdca projection rebuild")
          ]
        : check.stopped.isEmpty
          ? [answer.say("The read models are what the logs make.", "リードモデルは記録と一致しています。")]
          : [
            answer.say(
              "The read models are what the logs make, as far as they go.",
              "リードモデルは、反映済みの範囲では記録と一致しています。")
          ]
      return verdict + check.stopped.lines(answer) + check.excluded.lines(answer)
    }

    private func lines(_ difference: ProjectionDifference, _ answer: Answer) -> [String] {
      let key = difference.key.map { "\($0.column)=\(safe($0.value))" }.joined(separator: " ")
      let place =
        "\(difference.projection): \(difference.table) \(key)"
        + (difference.column.map { "  \($0)" } ?? "")
      let nothing = difference.column == nil ? answer.say("no row", "行なし") : "NULL"
      let (live, folded) = (difference.live.map(safe), difference.folded.map(safe))
      return [
        place, "  " + answer.say("live:    ", "現在:    ") + (live ?? nothing),
        "  " + answer.say("the log: ", "記録:    ") + (folded ?? nothing),
      ]
    }
  }
}
