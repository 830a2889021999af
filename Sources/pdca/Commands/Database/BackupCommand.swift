import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import Postgres
import ReadModels
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
        let draft = file + ".new"
        try DumpProgram.run("pg_dump", ["--format=custom", "--file=\(draft)"], on: premises)
        guard rename(draft, file) == 0 else { throw DeskError.notWritten(path: file) }
        hold?.release()
        answer.give(json: ["file": .string(file)]) {
          [answer.say("Saved to \(safe(file)).", "\(safe(file)) に保存しました。")]
        }
      }
    }
  }

  struct RestoreCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "restore", "Fill an empty database from a backup.", "空のデータベースにバックアップを復元します。",
        examples: ["PDCA_HOME=/srv/pdca pdca database restore pdca.dump"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The backup.", "バックアップファイル。")) var file: String

    func run() async throws {
      await Reception.serve(global) { answer in
        guard access(file, R_OK) == 0 else { throw DeskError.notReadable(path: file) }
        let premises = try Premises.find(global, Configuration())
        if case .privateCluster(let cluster, _) = premises, cluster.status == .missing {
          try cluster.create()
        }
        let hold = try premises.hold()
        try await refuseFilled(premises)
        try DumpProgram.run(
          "pg_restore", ["--single-transaction", "--exit-on-error", file], on: premises)
        try await Installation.install(premises, answer)
        try await catchUp(premises, answer)
        hold?.release()
        answer.give(json: ["file": .string(file)]) {
          [answer.say("Restored from \(safe(file)).", "\(safe(file)) から復元しました。")]
        }
      }
    }

    /// Says so where the backup's read models knew more than its log.
    private func catchUp(_ premises: Premises, _ answer: Answer) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      let ahead = try await connection.perform { try Projector.catchUpAll(in: $0) }
      await connection.close()
      if !ahead.isEmpty { answer.noteRepair(of: ahead) }
    }

    private func refuseFilled(_ premises: Premises) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      let state = try await connection.perform { session in
        // Roles are no part of a backup; the privileges in it name this one.
        try session.executeScript(
          "DO $$ BEGIN CREATE ROLE pdca_member NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$"
        )
        return try ProgramSchema.applier.state(session)
      }
      await connection.close()
      guard state == .missing else { throw DeskError.notEmpty }
    }
  }
}

/// PostgreSQL's own programs for saving and restoring.
enum DumpProgram {
  static func run(_ name: String, _ arguments: [String], on premises: Premises) throws {
    let binaries = try PostgresBinaries.find(environment: Surroundings.variables)
    let target = premises.administratorTarget
    for (key, variable) in variables {
      if let value = target.settings[key] { setenv(variable, value, 1) }
    }
    let database = target.settings["dbname"] ?? Surroundings.variables["PGDATABASE"] ?? ""
    let outcome = try ChildProcess.run(
      [binaries.directory + "/" + name, "--dbname=\(database)"] + arguments)
    guard outcome.status == 0 else {
      throw DeskError.programFailed(name: name, output: outcome.output)
    }
  }

  /// libpq's variables, which keep secrets out of the argument list.
  private static let variables = [
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
    "sslmode": "PGSSLMODE", "service": "PGSERVICE", "passfile": "PGPASSFILE",
  ]
}

extension Premises {
  fileprivate var administratorTarget: Target {
    switch self {
    case .server(let target): target
    case .privateCluster(let cluster, _): cluster.target(role: cluster.administratorRole)
    }
  }
}
