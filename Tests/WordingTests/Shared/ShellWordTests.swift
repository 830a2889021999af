import Glibc
import Testing

@testable import Wording

@Suite("Words of command lines")
struct ShellWordTests {
  @Test(
    "A word is in quotes where it has to be, and an apostrophe ends them whatever follows it",
    arguments: [
      ("a-b_c.d/e:f=@%+,", "a-b_c.d/e:f=@%+,"), ("", "''"), ("a b", "'a b'"),
      ("it's", #"'it'\''s'"#), ("it'\u{301}s", #"'it'\''"# + "\u{301}s'"),
      ("'\u{FE0F}; rm -r x", #"''\''"# + "\u{FE0F}; rm -r x'"),
      ("\u{301}'\u{20DD}'", "'\u{301}'" + #"\'"# + "'\u{20DD}'" + #"\'"# + "''"),
      ("データ", "'データ'"), ("$(x)`y`\\", #"'$(x)`y`\'"#),
    ])
  func quoted(word: String, quoted: String) {
    #expect(Array(ShellWord.quoted(word).unicodeScalars) == Array(quoted.unicodeScalars))
  }

  @Test("A shell reads every word back as it is")
  func shell() throws {
    let marks = ["", "\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{3099}"]
    for sign in ["'", "\"", "\\", "$", "`", "!", "*", ";", "|", "<", " "] {
      for mark in marks {
        let word = "a\(sign)\(mark)b'\(mark)"
        #expect(try echoed(ShellWord.quoted(word)) == Array(word.utf8))
      }
    }
  }

  private func echoed(_ quoted: String) throws -> [UInt8] {
    let pipe = try #require(popen("printf %s \(quoted)", "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
