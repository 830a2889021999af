import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct PolicyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "policy", "The training policy: what people are to be formed, and how.",
      "育成方針と、目指す人材像。",
      subcommands: [SetCommand.self, ReviseCommand.self, ShowCommand.self])
  }
}

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
      let outcome = try desk.office.record(
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

extension PolicyCommand {
  struct ReviseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "revise", "Revise the training policy, with the reason, review and lessons behind it.",
        "育成方針を改定します。理由と、もとになったレビューや教訓を残します。",
        examples: [
          "pdca policy revise 'Pairs first' 'People who teach' --reason 'Trained alone, they stop'"
            + " --review HQ-2026-11 --lesson SALES-L3"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: help("The policy.", "育成方針。")) var policy: String?

    @Argument(help: help("The people to be formed.", "目指す人材像。")) var profile: String?

    @Option(help: help("Why it is revised.", "改定の理由。")) var reason: String?

    @Option(help: help("The review that led to it (HQ-2026-11).", "改定のもとになったレビュー（HQ-2026-11）。"))
    var review: String?

    @Option(
      help: help(
        "A lesson that led to it (SALES-L3); may be repeated.",
        "改定のもとになった教訓（SALES-L3）。複数指定できます。"))
    var lesson: [String] = []

    func run(at desk: Desk) throws {
      let (policy, profile) = try desk.policyTexts(policy, profile)
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is revised", "改定の理由"))
      let outcome = try desk.office.record(
        .revisePolicy(
          policy: policy, profile: profile, reason: reason,
          review: try review.map(readReview),
          lessons: try lesson.map { try desk.known($0, .lesson) }),
        desk.order(in: desk.setting.head, writing))
      desk.answer.recorded(
        outcome, id: "policy", name: Phrase(en: "The training policy", ja: "育成方針"),
        Phrase(en: "The training policy is revised.", ja: "育成方針を改定しました。"))
    }

    private func readReview(_ text: String) throws -> ReviewID {
      guard let id = ReviewID(text.halfWidth) else {
        throw InputFault.unreadable(argument: "--review", text: text, wanted: .reviewID)
      }
      return id
    }
  }
}
