import ArgumentParser
import Bilingual
import CanonicalJSON
import Office
import OperatingSystem
import PrivateServer
import Terminal

extension DatabaseCommand {
  struct UpgradeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "upgrade", "Carry the private server's data over to this machine's newest PostgreSQL.",
        "専用サーバーのデータを、このマシンの最新の PostgreSQL に移行します。",
        examples: [
          "pdca database upgrade", "pdca database upgrade --old /usr/lib/postgresql/15/bin",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Option(
      help: help(
        "Where the old version's programs are.", "旧版の PostgreSQL のプログラムがあるディレクトリ。"),
      completion: .directory)
    var old: String?

    func run() async throws {
      await Reception.serve(global) { answer in
        let cluster = try Premises.privateCluster(global)
        answer.progress(
          "Carrying the data over; commands wait meanwhile …", "データを移行しています。その間、他のコマンドは待機します…")
        let upgrade = try await cluster.upgrade(old: old) { try LogRoots(of: $0) }
        guard let upgrade else { return nothing(cluster, answer) }
        let premises = Premises.privateCluster(cluster, role: nil)
        let hold = try premises.hold()
        try await Installation.install(premises, answer)
        hold?.release()
        told(upgrade, answer)
      }
    }

    private func nothing(_ cluster: LocalCluster, _ answer: Answer) {
      let version = cluster.dataVersion ?? 0
      answer.give(json: ["from": JSON(version), "to": JSON(version), "kept": .null]) {
        [
          answer.say(
            "The data are of PostgreSQL \(version), the newest here: nothing to do.",
            "データは PostgreSQL \(version) のもので、このマシンで最新です。移行は不要です。")
        ]
      }
    }

    private func told(_ upgrade: LocalCluster.Upgrade, _ answer: Answer) {
      let (from, to, kept) = (upgrade.from, upgrade.to, upgrade.kept)
      answer.give(json: ["from": JSON(from), "to": JSON(to), "kept": .string(kept)]) {
        [
          answer.say(
            "The data are carried over from PostgreSQL \(from) to \(to): the root of every log is the same.",
            "データを PostgreSQL \(from) から \(to) に移行しました。すべての部門でログのルートハッシュが一致しています。"),
          answer.say(
            "The old data are kept in \(safe(kept)). Remove them when you need them no longer.",
            "旧版のデータは \(safe(kept)) に残してあります。不要になったら削除してください。"),
        ]
      }
    }
  }
}
