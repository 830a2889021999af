import Glibc
import OperatingSystem
import Testing

@Suite("Where an account's files go")
struct AccountDirectoriesTests {
  @Test("The XDG variables, else the home")
  func places() throws {
    let both = AccountDirectories(["XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d/"], account: nil)
    #expect(try both.configuration() == "/c")
    #expect(try both.data() == "/d")
    let home = AccountDirectories(["HOME": "/h"], account: nil)
    #expect(try home.configuration() == "/h/.config")
    #expect(try home.data() == "/h/.local/share")
  }

  @Test("A relative XDG variable is passed over, as its specification has it")
  func relative() throws {
    let found = AccountDirectories(["XDG_CONFIG_HOME": "c", "HOME": "/h"], account: nil)
    #expect(try found.configuration() == "/h/.config")
  }

  @Test("Without HOME it is what the list of users says")
  func entry() throws {
    let account = try #require(SystemAccount.current)
    try #require(Directory.exists(account.home) && account.home != "/")
    #expect(try AccountDirectories([:], account: account).data() == account.home + "/.local/share")
  }

  @Test(
    "No home at all is refused, and so is one that is the root", arguments: ["", "/", "//", "x"])
  func homeless(home: String) {
    #expect(throws: DirectoryFault.homeless(account: nil)) {
      try AccountDirectories(["HOME": home], account: nil).configuration()
    }
  }

  @Test("A directory that a variable names is absolute, and no control character is in it")
  func named() throws {
    for path in ["/a,b", "/with space", "/データ", "/it's", "/back\\slash", "/@at", "/%41"] {
      #expect(try DirectoryPath(path, given: "PDCA_HOME").text == path)
    }
    #expect(throws: DirectoryFault.relative(variable: "V", path: "a")) {
      try DirectoryPath("a", given: "V")
    }
    #expect(throws: DirectoryFault.root(variable: "V")) { try DirectoryPath("//", given: "V") }
    for path in ["/a\nb", "/a\tb", "/a\u{7F}", "/a\u{85}b"] {
      #expect(throws: DirectoryFault.malformed(variable: "V")) {
        try DirectoryPath(path, given: "V")
      }
    }
    #expect(throws: DirectoryFault.tooLong(variable: "V", length: 1_001, limit: 900)) {
      try DirectoryPath("/" + String(repeating: "x", count: 1_000), given: "V")
    }
  }
}

@Suite("Small files as people save them")
struct TextLinesTests {
  @Test(
    "Line ends and a mark at the beginning say nothing",
    arguments: ["a = 1\nb\n", "a = 1\r\nb\r\n", "\u{FEFF}a = 1\rb\r", "\u{FEFF}a = 1\r\nb\n"])
  func plain(text: String) { #expect(TextFile.plain(text) == "a = 1\nb\n") }

  @Test("Entries are lines that say something, without white space around them")
  func entries() {
    let text = "\u{FEFF}# remark\r\n\r\n  one \r\n\ttwo\t\r\u{3000}three\n   # another\n"
    #expect(TextFile.entries(of: text) == ["one", "two", "three"])
  }

  @Test("A directory gets its mode exactly where that is asked for")
  func modes() throws {
    var template = Array("/tmp/pdca-modes-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let root = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { Directory.remove(root) }
    try Directory.make(root + "/a/b", mode: 0o777, exactly: true)
    var found = stat()
    #expect(stat(root + "/a/b", &found) == 0 && found.st_mode & 0o777 == 0o777)
    #expect(stat(root + "/a", &found) == 0 && found.st_mode & 0o777 == 0o755)
  }
}
