import ArgumentParser
import Bilingual
import Domain
import Office
import OperatingSystem
import Presentation
import ReadModels
import Terminal

/// The star schema, as those see it who make dashboards.
struct BIGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "bi", "The star schema for dashboards: what it means, whether it holds, refreshing it.",
      "ダッシュボード用スタースキーマの説明、検査、更新。",
      subcommands: [DescribeCommand.self, CheckCommand.self, RefreshCommand.self],
      defaultSubcommand: DescribeCommand.self)
  }
}

extension BIGroup {
  struct DescribeCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "describe",
        "Every view and column of the schema bi and its meaning, as Markdown or JSON.",
        "bi スキーマのすべてのビューと列の意味を Markdown または JSON で出力します。",
        examples: ["pdca bi describe > bi.md", "pdca bi describe --json"])
    }

    @OptionGroup var global: GlobalOptions

    func run(at desk: Desk) throws {
      let entries = try desk.office.starDictionary()
      desk.answer.give(json: entries.listJSON) {
        entries.markdown(desk.answer.language)
      }
    }
  }

  struct CheckCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "check",
        "Whether keys are unique, no row is an orphan, and figures are the review's; status 1 where "
          + "something doesn't hold.",
        "キーの重複や参照先のない行がないか、数値がレビューと一致するかを検査します。問題があれば終了コード 1 を返します。")
    }

    @OptionGroup var global: GlobalOptions

    func run(at desk: Desk) throws {
      let findings = try desk.office.checkStar()
      desk.answer.give(json: findings.listJSON) {
        lines(findings, desk.answer)
      }
      if !findings.isEmpty { throw ExitStatus(code: .rule) }
    }

    private func lines(_ findings: [StarFinding], _ answer: Answer) -> [String] {
      if findings.isEmpty {
        return [
          answer.say(
            "The schema bi holds: keys, days, figures, signals and gains are as they should be.",
            "bi スキーマに問題はありません（キー、日付、数値、シグナル、効果額）。")
        ]
      }
      return findings.map { safe($0.words(answer.language)) }
        + ["", answer.say("Refresh it:  pdca bi refresh", "更新:  pdca bi refresh")]
    }
  }

  struct RefreshCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "refresh",
        "Compute signals and gains of what was recorded since, and have the views follow the read models.",
        "前回以降の記録からシグナルと効果額を計算し、ビューを現在のリードモデルに合わせます。",
        examples: ["pdca bi refresh", "pdca bi refresh --all"])
    }

    @OptionGroup var global: GlobalOptions

    @Flag(help: help("Compute all departments' anew.", "全部門を計算し直します。"))
    var all = false

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        let refresh = try await StarOffice.refresh(
          always: all, at: premises, by: Premises.reach)
        hold?.release()
        answer.give(json: refresh.json) { lines(refresh, answer) }
        if !refresh.follows { throw ExitStatus(code: .rule) }
      }
    }

    private func lines(_ refresh: StarOffice.Refresh, _ answer: Answer) -> [String] {
      var lines = [
        answer.say(
          "Computed \(refresh.signals) signals of \(refresh.departments.count) departments.",
          "\(refresh.departments.count) 部門のシグナル \(refresh.signals) 件を計算しました。")
      ]
      if let gains = refresh.gains {
        lines.append(
          answer.say("Computed \(gains) gains.", "効果額 \(gains) 件を計算しました。"))
      }
      if refresh.follows { return lines }
      return lines + [
        answer.say(
          "The views don't follow the read models yet: somebody reads them for long. Try again later.",
          "ビューは長時間の参照中のため、まだ現在のリードモデルに切り替わっていません。後でもう一度実行してください。")
      ]
    }
  }
}
