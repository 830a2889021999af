import ArgumentParser
import Office
import Presentation
import Proof
import Terminal

struct AuditKeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "key", "Make, show and rotate the signing key, which stays outside the database.",
      "署名鍵を作成・表示・更新します。鍵はデータベースの外に置きます。",
      subcommands: [New.self, Show.self, Rotate.self])
  }

  struct New: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "new", "Make a signing key, the first or in the place of a lost one.",
        "署名鍵を作成します。紛失した場合の再作成にも使います。",
        examples: ["pdca audit key new", "pdca audit key new --name example.co.jp/pdca"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var audit: AuditOptions

    @Option(
      help: help(
        "The key's name; without it pdca/ and the organization's id.",
        "鍵の名前。省略時は pdca/ と組織の識別子です。"))
    var name: String?

    func run() async throws {
      if let name {
        await Reception.serve(global) { try make(name, $0) }
      } else {
        await AuditDesk.serve(global) { desk in
          try make(Checkpoint.namespace(of: desk.logs.id), desk.answer)
        }
      }
    }

    private func make(_ name: String, _ answer: Answer) throws {
      let store = try audit.keyStore
      let key = try store.make(named: name).verifier
      answer.give(json: key.json(madeIn: store.secretPath)) {
        [
          answer.say(
            "The signing key is in \(safe(store.secretPath)); keep a copy elsewhere.",
            "署名鍵を \(safe(store.secretPath)) に作成しました。控えを別の場所に保管してください。"),
          answer.say(
            "Hand this verifier key to those who check:", "検証する人には次の検証鍵を渡してください:"),
          "\(key)", answer.say("Next:  pdca audit seal", "次の手順:  pdca audit seal"),
        ]
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("show", "Show the verifier keys of all times.", "これまでの検証鍵を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var audit: AuditOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let keys = try audit.keyStore.verifiers()
        guard !keys.isEmpty else {
          throw AuditError.noKey(directory: try audit.keyStore.directory)
        }
        let signing = try audit.keyStore.signingKey()?.verifier
        answer.give(
          json: keys.json(signing: signing)
        ) {
          keys.map { $0.key == signing ? "\($0)  \(answer.say("(signs now)", "(使用中)"))" : "\($0)" }
        }
      }
    }
  }

  struct Rotate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "rotate", "Put a new signing key in the old one's place; old checkpoints stay checkable.",
        "署名鍵を新しくします。以前のチェックポイントも引き続き検証できます。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var audit: AuditOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let (old, new) = try audit.keyStore.rotate()
        answer.give(json: new.json(retiring: old)) {
          [
            answer.say(
              "A new key signs from now on; hand out its verifier key beside the old one:",
              "以後は新しい鍵で署名します。次の検証鍵を、以前のものに加えて配布してください:"),
            "\(new)",
          ]
        }
      }
    }
  }
}
