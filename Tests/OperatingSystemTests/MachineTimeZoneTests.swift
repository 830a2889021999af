import Glibc
import OperatingSystem
import Testing

/// Each on a root of its own, with the zones of the machine.
@Suite("The time zone that a machine goes by")
struct MachineTimeZoneTests {
  private static let zones = "/usr/share/zoneinfo"

  @Test(
    "A link names it, whatever /etc/timezone says",
    arguments: [
      "/usr/share/zoneinfo/Asia/Tokyo", "../usr/share/zoneinfo/Asia/Tokyo",
      "/usr/share/zoneinfo/posix/Asia/Tokyo", "/elsewhere/share/zoneinfo/Asia/Tokyo",
    ], [nil, "Etc/UTC\n"])
  func link(target: String, written: String?) throws {
    try withRoot { root throws in
      symlink(target, root + "/etc/localtime")
      if let written { try TextFile.write(written, to: root + "/etc/timezone") }
      #expect(try found(root) == MachineTimeZone(identifier: "Asia/Tokyo", source: .localtime))
    }
  }

  @Test("A link to a link is followed")
  func links() throws {
    try withRoot { root throws in
      symlink("zone", root + "/etc/localtime")
      symlink("/usr/share/zoneinfo/Europe/Berlin", root + "/etc/zone")
      #expect(try found(root).identifier == "Europe/Berlin")
    }
  }

  @Test(
    "A copy of a zone's rules is known by them",
    arguments: [("Asia/Tokyo", nil), ("Asia/Tokyo", "Etc/UTC"), ("Europe/Oslo", "Europe/Oslo")])
  func copy(zone: String, written: String?) throws {
    try withRoot { root throws in
      try copyBytes(of: "\(Self.zones)/\(zone)", to: root + "/etc/localtime")
      if let written { try TextFile.write(written + "\r\n", to: root + "/etc/timezone") }
      #expect(try found(root) == MachineTimeZone(identifier: zone, source: .localtime))
    }
  }

  @Test("Where there is no /etc/localtime, /etc/timezone says; where there is neither, it is UTC")
  func timezone() throws {
    try withRoot { root throws in
      #expect(try found(root) == MachineTimeZone(identifier: "UTC", source: .nothing))
      try TextFile.write("Asia/Seoul\n", to: root + "/etc/timezone")
      #expect(try found(root) == MachineTimeZone(identifier: "Asia/Seoul", source: .timezone))
    }
  }

  @Test(
    "TZ comes first, as the C library reads it",
    arguments: [
      ("Asia/Tokyo", "Asia/Tokyo"), (":Asia/Tokyo", "Asia/Tokyo"),
      ("posix/Asia/Tokyo", "Asia/Tokyo"),
      (":right/Asia/Tokyo", "Asia/Tokyo"),
      ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"), ("", "UTC"), ("UTC", "UTC"),
    ])
  func variable(text: String, zone: String) throws {
    try withRoot { root throws in
      symlink("/usr/share/zoneinfo/America/Lima", root + "/etc/localtime")
      let found = try MachineTimeZone.find(["TZ": text, "TZDIR": Self.zones], root: root)
      #expect(found == MachineTimeZone(identifier: zone, source: .variable))
    }
  }

  @Test("Rules that bear no name are refused, never taken for UTC")
  func unnamed() throws {
    try withRoot { root throws in
      for text in ["JST-9", "Asia/Osaka", "../../etc/passwd"] {
        #expect(throws: UnnamedTimeZone(found: "TZ=\(text)")) {
          try MachineTimeZone.find(["TZ": text, "TZDIR": Self.zones], root: root)
        }
      }
      try TextFile.write("TZif of one's own", to: root + "/etc/localtime")
      #expect(throws: UnnamedTimeZone(found: "/etc/localtime")) { try found(root) }
    }
  }

  private func found(_ root: String) throws -> MachineTimeZone {
    try MachineTimeZone.find(["TZDIR": Self.zones], root: root)
  }

  private func copyBytes(of path: String, to copy: String) throws {
    let file = open(copy, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    let bytes = try Descriptor.contents(of: path)
    #expect(write(file, bytes, bytes.count) == bytes.count)
  }

  private func withRoot(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/pdca-root-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let root = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { Directory.remove(root) }
    try Directory.make(root + "/etc")
    try body(root)
  }
}
