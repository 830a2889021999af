import Glibc
import OperatingSystem
import Postgres
import PrivateServer
import Testing

@Suite("The private cluster", .serialized)
struct LocalClusterTests {
  /// Makes a directory for a cluster, and stops and removes what came to be in it.
  func withHome<T>(
    _ name: String = "home", _ body: (LocalCluster) async throws -> T
  ) async throws -> T {
    var template = Array("/tmp/pdca-cluster-XXXXXX".utf8CString)
    #expect(mkdtemp(&template) != nil)
    let root = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    chmod(root, 0o755)
    let cluster = LocalCluster(directory: root + "/" + name)
    let result: Result<T, any Error>
    do { result = .success(try await body(cluster)) } catch { result = .failure(error) }
    try? await cluster.stop(.immediate)
    Directory.remove(root)
    return try result.get()
  }

  func process(of cluster: LocalCluster) -> Int32? {
    if case .running(let process) = cluster.status { return process }
    return nil
  }

  @Test("It goes from missing through stopped to running and back")
  func life() async throws {
    try await withHome { cluster in
      #expect(cluster.status == .missing)
      await #expect(throws: ClusterError.notCreated(directory: cluster.directory)) {
        try await cluster.start()
      }
      try await cluster.create()
      #expect(cluster.status == .stopped)
      await #expect(throws: ClusterError.alreadyCreated(directory: cluster.directory)) {
        try await cluster.create()
      }
      try await cluster.start()
      #expect(process(of: cluster) != nil)
      let connection = try await Connection.open(cluster.target())
      let facts = try await connection.first(
        """
        SELECT current_user::text, current_setting('listen_addresses'), current_setting('fsync'),
          current_setting('data_checksums'), current_setting('server_encoding'), current_database()
        """
      ) { row in try (0..<6).map { try row.text(.index($0)) } }
      #expect(facts == [cluster.userRole, "", "on", "on", "UTF8", "pdca"])
      await connection.close()
      try await cluster.stop()
      #expect(cluster.status == .stopped)
    }
  }

  @Test("A lock that a caller holds isn't held by the server that it starts")
  func callersLock() async throws {
    try await withHome { cluster in
      try await cluster.create()
      let path = cluster.directory + "/callers.lock"
      let lock = open(path, O_RDWR | O_CREAT, 0o600)
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      try await cluster.start()
      close(lock)
      #expect(try FileLock.attempt(path, .exclusive) != nil)
      #expect(process(of: cluster) != nil)
    }
  }

  @Test("A server that was started accepts connections")
  func startReturnsWhenReady() async throws {
    try await withHome { cluster in
      try await cluster.create()
      try await cluster.start()
      let connection = try await Connection.open(cluster.target(), deadline: .seconds(30))
      let one = try await connection.first("SELECT 1") { try $0.int(0) }
      #expect(one == 1)
      await connection.close()
    }
  }

  @Test("An interrupted creation is no obstacle to the next")
  func interruptedCreation() async throws {
    try await withHome { cluster in
      try Directory.make(cluster.directory + "/data.new/base", mode: 0o755)
      #expect(cluster.status == .missing)
      try await cluster.create()
      #expect(!Directory.exists(cluster.directory + "/data.new"))
      try await cluster.start()
      #expect(process(of: cluster) != nil)
    }
  }

  @Test("Several starts at once make one server")
  func racingStarts() async throws {
    try await withHome { cluster in
      try await cluster.create()
      let starts = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let connection = try await cluster.connect()
            return try await connection.first("SELECT pg_postmaster_start_time()") {
              try $0.text(0)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(starts.count == 4 && Set(starts).count == 1)
    }
  }

  @Test("After a kill the next command finds everything committed")
  func killed() async throws {
    try await withHome { cluster in
      try await cluster.create()
      let connection = try await cluster.connect(role: cluster.administratorRole)
      try await connection.execute("CREATE TABLE t AS SELECT 1 AS n")
      kill(try #require(process(of: cluster)), SIGKILL)
      let again = try await cluster.connect(role: cluster.administratorRole)
      let count = try await again.execute("SELECT n FROM t")
      #expect(count == 1)
    }
  }

  @Test("A server that has lost its socket is started anew, with everything committed")
  func lostSocket() async throws {
    try await withHome { cluster in
      try await cluster.create()
      let connection = try await cluster.connect(role: cluster.administratorRole)
      try await connection.execute("CREATE TABLE t AS SELECT 1 AS n")
      let lost = try #require(process(of: cluster))
      // As a server does that ends after its directory was removed and made anew.
      _ = try await Program([
        "/bin/sh", "-c",
        "rm \(cluster.directory)/socket/.s.PGSQL.5432 \(cluster.directory)/socket/.s.PGSQL.5432.lock",
      ]).run()
      let again = try await cluster.connect(role: cluster.administratorRole)
      #expect(try await again.execute("SELECT n FROM t") == 1)
      #expect(process(of: cluster) != lost)
    }
  }

  @Test("A stale pid file naming a foreign process is no obstacle")
  func stalePid() async throws {
    try await withHome { cluster in
      try await cluster.create()
      try await cluster.start()
      let file = cluster.directory + "/data/postmaster.pid"
      let server = try #require(process(of: cluster))
      kill(server, SIGKILL)
      while process(of: cluster) != nil { usleep(1000) }
      _ = try await Program(["sed", "-i", "1s/.*/\(getpid())/", file]).run()
      #expect(cluster.status == .stopped)
      try await cluster.start()
      #expect(process(of: cluster) != nil)
    }
  }

  @Test("A path too long for a socket gets a short directory of its own")
  func longPath() async throws {
    let name = String(repeating: "long", count: 25)
    try await withHome(name) { cluster in
      let host = try #require(cluster.target().settings["host"])
      #expect((host + "/.s.PGSQL.5432").utf8.count <= 107)
      #expect(!host.hasPrefix(cluster.directory))
      try await cluster.create()
      try await cluster.start()
      defer { Directory.remove(host) }
      let connection = try await Connection.open(cluster.target())
      let count = try await connection.execute("SELECT 1")
      #expect(count == 1)
      try await cluster.stop()
    }
  }

  @Test("A short directory that somebody else can enter is refused")
  func foreignDirectory() async throws {
    let name = String(repeating: "long", count: 25)
    try await withHome(name) { cluster in
      let host = try #require(cluster.target().settings["host"])
      try Directory.make(host, mode: 0o777)
      chmod(host, 0o777)
      defer { Directory.remove(host) }
      try await cluster.create()
      await #expect(throws: ClusterError.foreignOwner(path: host)) { try await cluster.start() }
    }
  }

  @Test("A person can log in as another role once it was added")
  func addLogin() async throws {
    try await withHome { cluster in
      try await cluster.create()
      try await cluster.start()
      try await cluster.addLogin(role: "ann")
      try await cluster.addLogin(role: "ann")
      let connection = try await Connection.open(cluster.target(role: "ann"))
      let user = try await connection.first("SELECT session_user::text") { try $0.text(0) }
      #expect(user == "ann")
      await #expect(throws: ClusterError.unusableRole("a\"b")) {
        try await cluster.addLogin(role: "a\"b")
      }
    }
  }

  @Test("Missing programs are named with the remedy")
  func missingPrograms() throws {
    let error = #expect(throws: ClusterError.self) {
      try PostgresBinaries.find(environment: ["PATH": "/nonexistent"], root: "/nonexistent")
    }
    #expect(error == .binariesMissing(searched: ["/nonexistent", "/nonexistent"]))
    #expect("\(try #require(error))".contains("apt-get install postgresql"))
  }

  @Test("PDCA_HOME and XDG_DATA_HOME choose the directory")
  func places() throws {
    #expect(try LocalCluster.usualDirectory(["PDCA_HOME": "/a"]) == "/a")
    #expect(try LocalCluster.usualDirectory(["PDCA_HOME": "/a//b/"]) == "/a/b")
    let usual = try LocalCluster.usualDirectory(["XDG_DATA_HOME": "/x", "HOME": "/h"])
    #expect(usual == (geteuid() == 0 ? "/var/lib/pdca" : "/x/pdca"))
  }
}
