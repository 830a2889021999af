import Bilingual
import CivilTime
import Statistics
import Terminal
import Testing

@testable import Presentation

@Suite struct SignalWordsTests {
  private func sentences(_ picture: ChartPicture) -> [String] {
    picture.chart.specialCauses.map(SignalWords(picture).sentence)
  }

  @Test("A shift says how long it is and how long it must be")
  func shift() throws {
    let english = sentences(try HospitalInfections.picture())
    #expect(
      english.contains(
        "September 2014 to October 2015: 14 points in a row below the centre line "
          + "(7 are a signal). Improvement."))
    let japanese = sentences(try HospitalInfections.picture(.japanese))
    #expect(
      japanese.contains("2014年9月〜2015年10月: 14点続けて中心線を下回っています（7点以上でシグナル）。改善を示しています。"))
  }

  @Test("A point beyond a limit is given with both numbers")
  func beyondLimit() throws {
    let spike = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 30, 6, 5, 6]
    let english = sentences(try .daily(spike) { $0.direction = .down })
    #expect(
      english.contains("14 January 2026: 30 h is above the upper limit of 17.4 h. Concern."))
  }

  @Test("With trial limits a signal says that it is provisional, and on how many points it rests")
  func provisional() throws {
    let picture = try ChartPicture.daily([1, 1.1, 1, 1.1, 1, 1.1, 1, 9], language: .japanese)
    let found = sentences(picture)
    #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("暫定です（管理限界の根拠が8点のみ）。") })
  }

  @Test("An excluded point keeps its reason")
  func excluded() throws {
    let picture = try HospitalInfections.picture {
      $0.baseline = HospitalInfections.month(0).dayNumber...HospitalInfections.month(23).dayNumber
      $0.exclusions = [HospitalInfections.month(19).dayNumber]
    }
    #expect(
      sentences(picture).contains {
        $0.hasPrefix("June 2014: 6 infections is below")
          && $0.hasSuffix("The point is excluded (The counting system was replaced).")
      })
  }

  @Test("Every rule of every profile has words, on both sides and in both languages")
  func allRules() throws {
    let some = try #require(try HospitalInfections.picture().chart.specialCauses.first)
    for profile in RuleProfile.all {
      for language in Language.allCases {
        let picture = try HospitalInfections.picture(language) { $0.profile = profile }
        let words = profile.rules.flatMap { test in
          [Side.high, .low].map { SignalWords(picture).pattern(cause(like: some, test.rule, $0)) }
        }
        for word in words {
          #expect(!Rule.allCases.contains { word == $0.rawValue })
          #expect(word.unicodeScalars.contains { $0.value > 0x3000 } == (language == .japanese))
        }
      }
    }
  }

  private func cause(like some: SpecialCause, _ rule: Rule, _ side: Side) -> SpecialCause {
    var cause = some
    (cause.rule, cause.side) = (rule, side)
    return cause
  }
}
