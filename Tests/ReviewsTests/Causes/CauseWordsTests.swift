import Bilingual
import CanonicalJSON
import Testing

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews
@testable import Statistics

@Suite("Causes in words")
struct CauseWordsTests {
  private let causes = CauseExamples.ranking().causes(of: CauseExamples.onset())

  @Test("Sentences say what went before and when, and claim no more")
  func sentences() {
    #expect(
      causes.map(\.sentence.en) == [
        "2 actions in SALES-1 (Templates) went before it: from 1 July 2026, 5 days before the change "
          + "began.",
        "The training of HQ-D1, with 3 of SALES (Prompts at work) went before it: on 29 June 2026, "
          + "7 days before the change began.",
        "The review decision SALES-2026-W27.1 (No meetings on Friday) came on 8 July 2026, within "
          + "the period in which the change began.",
      ])
    #expect(
      causes.map(\.sentence.ja) == [
        "SALES-1の実施2件「Templates」（2026年7月1日(水)以降）の直後（5日後）に変化が始まりました。",
        "HQ-D1の研修（SALESから3名）「Prompts at work」（2026年6月29日(月)）の直後（7日後）に変化が始まりました。",
        "レビューの決定SALES-2026-W27.1「No meetings on Friday」（2026年7月8日(水)）と同じ期間に変化が始まりました。",
      ])
  }

  @Test("Who left is called by their name, and by their account in what the log is to keep")
  func names() throws {
    let left = CauseExamples.event(
      .staffing, "2026-07-01", at: 9, in: CauseExamples.head, about: "sato", detail: "left")
    let cause = try #require(CauseExamples.ranking([left]).causes(of: CauseExamples.onset()).first)
    let shown = cause.shown(calling: PeopleNames([Account("sato")!: "佐藤 花子"]))
    #expect(cause.sentence.en.hasPrefix("sato leaving SALES went before it"))
    #expect(shown.sentence.en.hasPrefix("佐藤 花子 leaving SALES went before it"))
    #expect(shown.sentence.ja.hasPrefix("佐藤 花子のSALESからの離任（"))
    let command = try #require(shown.command())
    #expect(command.ja.contains("'satoのSALESからの離任'") && !command.ja.contains("佐藤"))
    #expect(shown.json == cause.json)
  }

  @Test("A summary names the KPI and the first of them")
  func summary() {
    #expect(
      causes[0].summary(of: "Hours").en
        == "The change of Hours began 5 days after 2 actions in SALES-1 (Templates), "
        + "from 1 July 2026 on.")
    #expect(
      causes[1].summary(of: "Hours").en
        == "The change of Hours began 7 days after the training of HQ-D1, with 3 of SALES "
        + "(Prompts at work), on 29 June 2026.")
    #expect(
      causes[2].summary(of: "時間").ja
        == "時間の変化は、レビューの決定SALES-2026-W27.1「No meetings on Friday」（2026年7月8日(水)）と"
        + "同じ期間に始まりました。")
  }

  @Test("The command proposes it as a hypothesis with its kind and evidence")
  func command() {
    #expect(
      causes[0].command()?.en
        == "pdca hypothesis propose SALES/hours beyondLimit 2026-07-06 '2 actions in SALES-1' "
        + "--cause action --evidence SALES@44 --evidence SALES@45")
    #expect(causes[1].command(under: .wheeler)?.ja.hasSuffix("HQ@31 --profile wheeler") == true)
  }

  @Test("The JSON is pinned")
  func json() {
    #expect(
      causes[2].json.canonical
        == #"{"about":"SALES-2026-W27.1","accepted":0,"daysBefore":-2,"events":1,"#
        + #""evidence":["SALES@46"],"from":"2026-07-08","hypothesis":null,"#
        + #""hypothesisAccepted":null,"isAimed":false,"kind":"reviewDecision","precedents":0,"rejected":0,"#
        + #""scope":"department","score":{"acceptance":0.4,"nearness":0.7142857142857143,"#
        + #""precedent":0.5,"scope":0.6,"total":0.086},"text":"No meetings on Friday"}"#)
  }

  @Test("Every kind and every scope has words in both languages")
  func complete() {
    let phrases = CauseKind.allCases.map(\.words) + CauseScope.allCases.map(\.words)
    #expect(Set(phrases.map(\.en)).count == phrases.count)
    #expect(Set(phrases.map(\.ja)).count == phrases.count)
  }
}
