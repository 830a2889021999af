import ArgumentParser

/// Commands that reach the network: the program beside this one carries them out.
extension ShareGroup {
  struct RunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "run",
        "Send what is to be sent now; with --follow also what comes, until SIGTERM or SIGINT.",
        "送信すべき内容を送ります。--follow を付けると SIGTERM・SIGINT まで続けます。",
        examples: ["pdca share run", "pdca share run --follow"])
    }

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: help(
        "Go on until stopped. Several senders share the targets.",
        "停止されるまで続けます。複数起動すると共有先を分担します。"))
    var follow = false

    func run() async {
      await Reception.serve(global) { _ in
        try ServerProgram.become(["share", "run"] + (follow ? ["--follow"] : []), global)
      }
    }
  }

  struct TestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "test", "Send a trial message to a target.", "共有先にテストメッセージを送ります。",
        examples: ["pdca share test sales-slack"])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help("The target.", "共有先の名前。")) var name: String

    func run() async {
      await Reception.serve(global) { _ in
        try ServerProgram.become(["share", "test", name], global)
      }
    }
  }

  struct PreviewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "preview", "Show the exact bytes that a target would be sent; what opens it is hidden.",
        "共有先に送る内容をそのまま表示します（秘密の情報は伏せます）。",
        examples: [
          "pdca share preview sales-slack", "pdca share preview sales-slack SALES-2026-W47",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help("The target.", "共有先の名前。")) var name: String

    @Argument(
      help: help(
        "What to tell of: a review, a lesson, an issue, a decision, due, or a delivery's occasion; "
          + "without it what comes next.",
        "お知らせする対象（レビュー、教訓、課題、決定の ID、due、または送信の識別名）。省略時は次に送る内容です。"))
    var about: String?

    @Flag(help: help("The body alone.", "本文だけを表示します。")) var body = false

    func run() async {
      await Reception.serve(global) { _ in
        try ServerProgram.become(
          ["share", "preview", name] + (about.map { [$0] } ?? []) + (body ? ["--body"] : []),
          global)
      }
    }
  }
}
