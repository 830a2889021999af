import ArgumentParser
import Bilingual
import Office
import Presentation
import ReadModels
import Terminal

extension ProjectionGroup {
  struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "status",
        "How far each projection has come, what stopped it, and who follows; status 1 when one has "
          + "stopped.",
        "各リードモデルの進み具合と停止理由、追従中のプロセスを表示します。停止中があれば終了コード 1 を返します。",
        examples: ["pdca projection status --json"])
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await ProjectionGroup.serve(global) { answer, _, office in
        let (all, following, excluded) = try await office.status()
        let stopped = all.flatMap(\.stopped)
        answer.give(
          json: all.listJSON(followers: following, excluded: excluded)
        ) {
          table(all, answer).lines(answer.layout) + stopped.lines(answer) + excluded.lines(answer)
            + following.lines(answer)
        }
        if !stopped.isEmpty { throw ExitStatus(code: .rule) }
      }
    }

    private func table(_ all: [ProjectionStatus], _ answer: Answer) -> Table {
      let say = answer.say
      var table = Table([
        .init(say("Projection", "リードモデル"), minimumWidth: 12, priority: 3),
        .init(say("Version", "版"), align: .right, priority: 2),
        .init(say("Departments", "部門"), align: .right, priority: 2),
        .init(say("Behind", "遅れ"), align: .right, minimumWidth: 8, priority: 3),
        .init(say("Seconds", "秒"), align: .right, priority: 2),
        .init(say("State", "状態"), minimumWidth: 8, priority: 3),
        .init(say("What it holds", "内容"), minimumWidth: 16),
      ])
      for status in all {
        table.add([
          Cell(status.name, .id), Cell("\(status.version)"), Cell("\(status.departments)"),
          Cell("\(status.lagEvents)"), Cell("\(Int(status.lagSeconds.rounded()))"),
          state(status, answer), Cell(status.holds(answer.language)),
        ])
      }
      return table
    }

    private func state(_ status: ProjectionStatus, _ answer: Answer) -> Cell {
      if !status.stopped.isEmpty { return Cell(answer.say("stopped", "停止"), .bad) }
      if status.lagEvents > 0 { return Cell(answer.say("behind", "遅延"), .warn) }
      return Cell(answer.say("current", "最新"), .good)
    }
  }
}

extension ProjectionStatus {
  func holds(_ language: Language) -> String {
    switch name {
    case "organization": language.choose(description, "組織、部門、メンバーと役割")
    case "strategy": language.choose(description, "ビジョン、価値領域、育成方針")
    case "kpi": language.choose(description, "KPI、目標、実績値、管理図への対応")
    case "cycle": language.choose(description, "ミニPDCAの計画・実施・評価・改善")
    case "issue": language.choose(description, "課題と決定")
    case "lesson": language.choose(description, "教訓、横展開、再利用")
    case "design": language.choose(description, "研修設計、実施、効果")
    case "review": language.choose(description, "レビューの決定と持ち越し")
    default: description
    }
  }
}
