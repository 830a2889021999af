import Bilingual
import Domain
import TestSupport
import Testing

@testable import Wording

@Suite("Refusals word for word")
struct PinnedRefusalTests {
  func english(_ refusal: some Worded) -> String {
    refusal.text(in: .english).rendered(in: .english)
  }

  func japanese(_ refusal: some Worded) -> String {
    refusal.text(in: .japanese).rendered(in: .japanese)
  }

  let noObservations = CycleRefusal.noObservations(
    CycleRefusal.cycle, kpi: KPIRefusal.hours, name: "提案書作成時間", from: KPIRefusal.monday,
    to: KPIRefusal.sunday)
  let override = CycleRefusal.overrideWithoutReason(
    CycleRefusal.cycle, asked: .met, computed: .partly, actual: 9.5, predicted: 8)
  let recorded = KPIRefusal.alreadyRecorded(
    KPIRefusal.hours, recorded: Observation(period: KPIRefusal.monday, value: 12),
    asked: Observation(period: KPIRefusal.monday, value: 12.5))

  /// All of them, by kind, English above Japanese.
  @Test("Every refusal says what is pinned beside this file")
  func all() throws {
    var text = ""
    for (name, examples) in ExampleCompletenessTests.all {
      for case let refusal as any Worded in examples {
        let label = "\(refusal)".prefix { $0 != "(" }.split(separator: ".").last!
        text += "━━ \(name) \(label)\n\(english(refusal))\n\(japanese(refusal))\n"
      }
    }
    #expect(try PinnedText(named: "refusals").firstDifference(from: text) == nil)
  }

  @Test("A check without observations")
  func pinnedObservations() {
    #expect(
      english(noObservations) == """
        Error: SALES-12 cannot be checked: no observation of 提案書作成時間 in its window \
        (2026-03-02 to 2026-03-08).
          Record one:  pdca kpi record SALES/proposal-hours <value> --on <date>
          or say why:  pdca check SALES-12 --not-measured "<reason>"
        """)
    #expect(
      japanese(noObservations) == """
        エラー: SALES-12 は評価できません。測定期間（2026年3月2日から2026年3月8日）に\
        「提案書作成時間」の実績値がありません。
          実績値を記録する:        pdca kpi record SALES/proposal-hours <値> --on <日付>
          測定できない理由を書く:  pdca check SALES-12 --not-measured "<理由>"
        """)
  }

  @Test("A verdict overridden without a reason")
  func pinnedOverride() {
    #expect(
      english(override) == """
        Error: The verdict "met" on SALES-12 needs a reason: 9.5 against a prediction of 8 \
        computes as "partly met".
          Confirm "partly met":  pdca check SALES-12
          or say why:            pdca check SALES-12 --verdict met --reason "<reason>"
        """)
    #expect(
      japanese(override) == """
        エラー: SALES-12 の判定を「達成」とするには理由が必要です。予測8に対して実績9.5で、\
        計算上の判定は「一部達成」です。
          「一部達成」で確定する:  pdca check SALES-12
          理由を添える:            pdca check SALES-12 --verdict met --reason "<理由>"
        """)
  }

  @Test("A second observation")
  func pinnedRecorded() {
    #expect(
      english(recorded) == """
        Error: SALES/proposal-hours already has 12 for 2026-03-02: a period is recorded once.
          Correct it:  pdca kpi correct SALES/proposal-hours 12.5 --on 2026-03-02 --reason "<reason>"
        """)
    #expect(
      japanese(recorded) == """
        エラー: SALES/proposal-hours の2026年3月2日の実績値はすでに記録されています（12）。
          訂正する:  pdca kpi correct SALES/proposal-hours 12.5 --on 2026-03-02 --reason "<理由>"
        """)
  }

  @Test("A plan without its essentials")
  func pinnedPlan() {
    let refusal = CycleRefusal.planIncomplete(
      CycleRefusal.cycle, missing: [.prediction, .due])
    #expect(
      english(refusal) == """
        Error: SALES-12 cannot be planned without a numeric prediction and a due date.
          Plan it:  pdca plan "<title>" --kpi <code> --predict <number> --due <date>
        """)
    #expect(
      japanese(refusal) == """
        エラー: SALES-12 の計画に数値の予測と期限がありません。
          計画する:  pdca plan "<題名>" --kpi <コード> --predict <数値> --due <日付>
        """)
  }

  @Test("An adoption without a measurement")
  func pinnedAdoption() {
    let refusal = CycleRefusal.adoptionUnmeasured(CycleRefusal.cycle, reason: "集計できず")
    #expect(
      english(refusal) == """
        Error: SALES-12 cannot be adopted: its effect was not measured (集計できず).
          Adapt it:       pdca act SALES-12 adapt "<why>"
          or abandon it:  pdca act SALES-12 abandon "<why>"
        """)
    #expect(
      japanese(refusal) == """
        エラー: SALES-12 は効果を測定していないため、採用できません（理由：集計できず）。
          修正して続ける:  pdca act SALES-12 adapt "<理由>"
          中止する:        pdca act SALES-12 abandon "<理由>"
        """)
  }

  @Test("A text with a control character")
  func pinnedText() {
    let refusal = IssueRefusal.text(.controlCharacter(.title, scalar: 7, offset: 2))
    #expect(
      english(refusal) == """
        Error: The title holds a control character (U+0007) as its character 3.
          Remove the character.
        """)
    #expect(
      japanese(refusal) == """
        エラー: 題名の3文字目に制御文字（U+0007）が含まれています。
          その文字を取り除いてください。
        """)
  }
}
