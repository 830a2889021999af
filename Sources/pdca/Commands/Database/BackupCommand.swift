import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import OperatingSystem
import Postgres
import Terminal

extension DatabaseCommand {
  struct BackupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "backup", "Write the whole database to a file (pg_dump's custom format).",
        "データベース全体をファイルに保存します (pg_dump カスタム形式)。",
        examples: ["pdca database backup pdca.dump"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The file to write.", "保存先のファイル。")) var file: String

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        try await premises.connect(asAdministrator: true).close()
        try await OutputFile(path: file).produce { draft in
          // The dump program's own account of a file that it can't write is in no language of ours.
          close(try OutputFile.opened(draft))
          try await DumpProgram.run(
            "pg_dump", ["--format=custom", "--file=\(draft)"], on: premises)
        }
        hold?.release()
        answer.give(json: ["file": .string(file)]) {
          [answer.say("Saved to \(safe(file)).", "\(safe(file)) に保存しました。")]
        }
      }
    }
  }
}
