import Glibc
import Office
import OperatingSystem

/// A folder of mails, a file each: `new` for those that nobody has read, `cur` for the others.
struct Maildir {
  let path: String

  /// - Parameter isMade: whether it is made where it isn't there.
  init(_ path: String, isMade: Bool = false) throws {
    self.path = path
    if isMade {
      try Directory.make(path)
      for part in ["tmp", "new", "cur"] { try Directory.make("\(path)/\(part)") }
    }
    guard Directory.exists("\(path)/new"), Directory.exists("\(path)/cur") else {
      throw OfficeError.notReadable(path: "\(path)/new")
    }
  }

  /// Names of the mails that nobody has read, the earliest first.
  var unread: [String] {
    Directory.entries(of: "\(path)/new").filter { !$0.hasPrefix(".") }.sorted()
  }

  func bytes(of name: String) throws -> [UInt8] { try InputFile.bytes("\(path)/new/\(name)") }

  /// Puts a mail among those that are read.
  func settle(_ name: String) throws {
    let bare = name.prefix { $0 != ":" }
    try Self.move("\(path)/new/\(name)", "\(path)/cur/\(bare):2,S")
  }

  /// Puts a mail into another folder, unread.
  func move(_ name: String, to other: Maildir) throws {
    try Self.move("\(path)/new/\(name)", "\(other.path)/new/\(name)")
  }

  /// Puts a new mail into it.
  func add(_ bytes: [UInt8], named name: String) throws {
    let draft = "\(path)/tmp/\(name)"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError("open \(draft)") }
    defer { close(file) }
    try Descriptor.write(bytes, to: file)
    guard fsync(file) == 0 else { throw SystemError("write \(draft)") }
    try Self.move(draft, "\(path)/new/\(name)")
  }

  private static func move(_ one: String, _ other: String) throws {
    guard rename(one, other) == 0 else { throw SystemError("rename \(one)") }
  }
}
