import Bilingual
import Terminal
import Testing

@Suite struct LanguageTests {
  @Test("The argument goes before PDCA_LANG, LC_ALL, LC_MESSAGES and LANG")
  func precedence() {
    let all = ["PDCA_LANG": "en", "LC_ALL": "ja_JP.UTF-8", "LANG": "ja"]
    #expect(Language.detect(argument: "ja", environment: all) == .japanese)
    #expect(Language.detect(argument: nil, environment: all) == .english)
    #expect(Language.detect(argument: nil, environment: ["LC_ALL": "C", "LANG": "ja"]) == .english)
    #expect(
      Language.detect(argument: nil, environment: ["LC_MESSAGES": "ja", "LANG": "en"]) == .japanese)
  }

  @Test("An empty variable counts as unset, and nothing set is English")
  func emptyVariables() {
    let empty = ["PDCA_LANG": "", "LC_ALL": "", "LANG": "ja_JP.UTF-8"]
    #expect(Language.detect(argument: "", environment: empty) == .japanese)
    #expect(Language.detect(argument: nil, environment: [:]) == .english)
  }

  @Test("Exit codes have the numbers scripts rely on")
  func exitCodes() {
    #expect(
      ExitCode.allCases.map(\.rawValue) == [0, 1, 3, 4, 5, 64, 65, 69, 70, 74, 75, 77, 130])
  }
}
