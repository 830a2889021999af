import ArgumentParser
import Bilingual
import Domain
import Tracker

extension PolicyCommand {
  struct SetCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "set", "Set the first training policy.", "最初の育成方針を定めます。",
        examples: [
          "pdca policy set 'Learn on real work' 'People who test what AI says'"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The policy.", "育成方針。")) var policy: String?

    @Argument(help: help("The people to be formed.", "目指す人材像。")) var profile: String?

    func run(at desk: Desk) throws {
      let (policy, profile) = try desk.policyTexts(policy, profile)
      let outcome = try desk.tracker.strategy(
        .setPolicy(policy: policy, profile: profile), desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "policy", name: Phrase(en: "The training policy", ja: "育成方針"),
        Phrase(en: "The training policy is set.", ja: "育成方針を定めました。"))
    }
  }
}

extension Desk {
  /// The policy and the people to be formed, asked for where they are missing.
  func policyTexts(
    _ policy: String?, _ profile: String?
  ) throws -> (policy: String, profile: String) {
    (
      try policy ?? ask(.text, "<policy>", answer.say("The policy", "育成方針")),
      try profile ?? ask(.text, "<profile>", answer.say("The people to be formed", "目指す人材像"))
    )
  }
}
