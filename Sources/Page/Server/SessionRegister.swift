package import CanonicalJSON
package import CivilTime
import Glibc
import OperatingSystem
import Presentation
import ServiceLifecycle

/// Tells who is signed in to commands on this machine, and takes their wishes, by files in a directory that
/// only the server's account can enter: `sessions.json`, `link`, and in `wishes` one file for each.
package struct SessionRegister: Service {
  private let directory: String
  private let door: PageDoor
  private let address: String
  private let clock: @Sendable () -> Instant

  /// - Parameter address: where the page is, before a link's path.
  package init(
    directory: String, door: PageDoor, address: String,
    clock: @escaping @Sendable () -> Instant = { .now() }
  ) {
    self.directory = directory
    self.door = door
    self.address = address
    self.clock = clock
  }

  private var wishes: String { directory + "/wishes" }

  package func run() async throws {
    try Directory.make(directory)
    try Directory.make(wishes)
    await cancelWhenGracefulShutdown {
      var told = ""
      while !Task.isCancelled {
        told = look(told)
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
    }
    Directory.remove(directory)
  }

  /// - Returns: what is told now.
  private func look(_ told: String) -> String {
    for wish in Directory.entries(of: wishes) {
      grant(wish)
      unlink(wishes + "/" + wish)
    }
    let text = Self.json(door.sessions.all(at: clock())).canonical + "\n"
    // A full disk must not stop the page.
    if text != told { try? TextFile.replace(directory + "/sessions.json", with: text) }
    return text
  }

  /// `end-<handle>`, or `link`.
  private func grant(_ wish: String) {
    if wish.hasPrefix("end-") { _ = door.sessions.end(handle: String(wish.dropFirst(4))) }
    if wish == "link", let link = door.renewLink() {
      try? TextFile.replace(directory + "/link", with: address + link + "\n")
    }
  }

  package static func json(_ sessions: [PageSession]) -> JSON {
    sessions.map {
      ServedSession(
        session: $0.handle, account: "\($0.account)", began: "\($0.began)",
        lastSeen: "\($0.lastSeen)")
    }.listJSON
  }
}
