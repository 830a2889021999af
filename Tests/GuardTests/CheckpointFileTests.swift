import Glibc
import OperatingSystem
import Proof
import TestSupport
import Testing

@testable import Office

@Suite("Files where checkpoints are kept")
struct CheckpointFileTests {
  private func withFolder(_ body: (CheckpointFolder, SignedCheckpoint) throws -> Void) throws {
    let path = "/tmp/pdca-kept-\(UInt64.random(in: 0 ... .max))"
    try Directory.make(path)
    defer { Directory.remove(path) }
    let key = try #require(SigningKey(named: "pdca/x"))
    let checkpoint = Checkpoint(
      origin: "pdca/x/SALES", size: 7, root: [UInt8](repeating: 7, count: TreeHash.length))
    try body(CheckpointFolder(path: path), SignedCheckpoint(checkpoint, signedBy: key))
  }

  @Test("A checkpoint under its own name, or a name that says nothing, is read")
  func sound() throws {
    try withFolder { folder, signed in
      try folder.write(signed)
      try TextFile.write(signed.note.description, to: folder.path + "/from the auditor.checkpoint")
      #expect(try folder.all().map(\.checkpoint.size) == [7, 7])
    }
  }

  @Test("Under the name of another size or department it is refused")
  func misnamed() throws {
    for name in ["SALES-8", "SALES-70", "HQ-7", "SALES-007"] {
      try withFolder { folder, signed in
        try TextFile.write(signed.note.description, to: "\(folder.path)/\(name).checkpoint")
        #expect(throws: AuditError.self, "\(name)") { try folder.all() }
      }
    }
  }

  @Test("A pipe, a device, a directory and a file beyond all bounds are refused at once")
  func special() throws {
    let kinds: [(String, (String) -> Int32)] = [
      ("pipe", { mkfifo($0, 0o600) }), ("device", { symlink("/dev/zero", $0) }),
      ("directory", { mkdir($0, 0o700) }),
      (
        "large",
        { path in
          let file = open(path, O_CREAT | O_WRONLY, 0o600)
          defer { close(file) }
          return ftruncate(file, 1 << 40)
        }
      ),
    ]
    for (what, make) in kinds {
      try withFolder { folder, signed in
        try folder.write(signed)
        #expect(make(folder.path + "/SALES-9.checkpoint") == 0)
        #expect(throws: AuditError.self, "\(what)") { try folder.all() }
      }
    }
  }
}

@Suite("Proofs of consistency, checked without a database")
struct ConsistencyFileTests {
  private let leaves = (0..<11).map { TreeHash.leaf("\($0)".utf8) }

  private func checkpoint(_ size: Int, _ key: SigningKey) throws -> SignedCheckpoint {
    var tree = TreeFrontier()
    for leaf in leaves.prefix(size) { tree.append(leaf) }
    return try SignedCheckpoint(
      Checkpoint(origin: "pdca/x/SALES", size: size, root: tree.root), signedBy: key)
  }

  private func proof(_ old: SignedCheckpoint, _ new: SignedCheckpoint) -> ConsistencyProof {
    var wanted = RangeRoots(
      MerkleTree.consistencyRanges(from: old.checkpoint.size, to: new.checkpoint.size))
    for leaf in leaves.prefix(new.checkpoint.size) { wanted.append(leaf) }
    return ConsistencyProof(from: old.checkpoint, wanted.roots, to: new)
  }

  @Test("What is written is read, and proves what it did")
  func roundTrip() throws {
    let key = try #require(SigningKey(named: "pdca/x"))
    for old in 1...10 {
      for new in old...11 {
        let (first, second) = (try checkpoint(old, key), try checkpoint(new, key))
        let made = proof(first, second)
        let read = try ConsistencyProof(made.text, from: first.checkpoint)
        #expect(read == made && read.isValid, "\(old) to \(new)")
      }
    }
  }

  @Test("A proof from another size, with a hash changed, left out or added proves nothing")
  func forged() throws {
    let key = try #require(SigningKey(named: "pdca/x"))
    let (old, new) = (try checkpoint(5, key), try checkpoint(9, key))
    let text = proof(old, new).text
    #expect(throws: NoteError.malformed) {
      try ConsistencyProof(text, from: checkpoint(4, key).checkpoint)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for place in 1..<lines.firstIndex(of: "")! {
      var (changed, left, added) = (lines, lines, lines)
      changed[place] = Base64.encode([UInt8](repeating: 1, count: TreeHash.length))
      left.remove(at: place)
      added.insert(lines[place], at: place)
      for forged in [changed, left, added] {
        let read = try ConsistencyProof(forged.joined(separator: "\n"), from: old.checkpoint)
        #expect(!read.isValid, "\(forged)")
      }
    }
    for odd in ["", "old 5", "old 5\n\n", "new 5\n\n" + new.note.description, "old 05\n\n"] {
      #expect(throws: NoteError.malformed) {
        try ConsistencyProof(odd, from: old.checkpoint)
      }
    }
  }
}
