import Bilingual
import CivilTime
import Statistics
import Terminal
import Testing

@testable import Presentation

@Suite struct TextChartTests {
  private func text(_ picture: ChartPicture, width: Int = 72) -> String {
    TextChart.lines(picture, Layout(width: width)).joined(separator: "\n")
  }

  @Test("A rebased chart reads word for word, in English")
  func english() throws {
    let picture = try HospitalInfections.picture {
      $0.rebases = [HospitalInfections.month(24).dayNumber]
    }
    #expect(
      text(picture, width: 80) == """
        Hospital infections (cdi)
        XmR chart, monthly, in infections, lower is better, rules: nhs-mdc

        infections
        35 ┤                                                ┊
           │ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┊
        30 ┤                                                ┊
           │     ○                                          ┊
        25 ┤                   ○     ○       ○       ○      ┊
           │             ○                 ○                ┊
        20 ┤       ○ ○     ○ ○         ○ ○     ○            ┊
           │ ○─────────○─────────○───────────────○─────○────┊·······················
        15 ┤                       ○                       ○┊
           │   ○                                            ┊      ○
        10 ┤ ════════════════════════════════════════════○═══○═○═════════════○═════○
           │                                                ┊────○──────────────────
         5 ┤ ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌○╌╌╌╌╌╌╌╌┊        ○ ○   ○   ○ ○
           │                                                ┊            ○
         0 ┤                                                ┊·······················
           └─┬─────────┬─────────┬─────────┬─────────┬─────────┬─────────┬──────────
             2012-11   2013-04   2013-09   2014-02   2014-07   2014-12   2015-05
                                                             A B

        ○ no signal   ─ centre line 7.08 infections
        · trial limits 0 to 16.3 infections   ╌ limits of earlier points
        ═ target 10 infections   ┊ limits rebased

        Trial limits from 12 points: signals are provisional until there are 13.
        Runs about the median of 6 infections: longest 4 (chance: up to 7), crossings 4
        (chance: 3 or more), 12 points off it. Within what chance explains.
        Target 10 infections: hit and miss, since it lies within the limits.
        No signals: only the usual variation.

        Segments
          - November 2012 to October 2014: centre line 18.7 infections, limits 4.48 to
            32.9 infections
          - November 2014 to October 2015: centre line 7.08 infections, limits 0 to 16.3
            infections

        What happened
          A 2014-11-03 Cycle: WARD-4 Hand hygiene in all wards
          B 2014-12-10 Training: Field session 1
        """)
  }

  @Test("A frozen chart with a gap and an excluded point reads word for word, in Japanese")
  func japanese() throws {
    let picture = try HospitalInfections.picture(.japanese, leavingOut: 8..<10) {
      $0.baseline = HospitalInfections.month(0).dayNumber...HospitalInfections.month(23).dayNumber
      $0.exclusions = [HospitalInfections.month(19).dayNumber]
    }
    #expect(
      text(picture) == """
        院内感染（cdi）
        XmR管理図、月次、単位: 件、低いほど良い、ルール: nhs-mdc

        件
        35 ┤
           │
        30 ┤ ╌╌╌╌╌╌╌╌  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
           │   ○
        25 ┤             ○   ○   ○
           │       ○        ○
        20 ┤ ───○○──○  ───○○──○──────────────────
           │ ○    ○    ○       ○  ●
        15 ┤            ○           ●
           │  ○                         ●
        10 ┤ ══════════════════════●═●●══════●══●
           │ ╌╌╌╌╌╌╌╌  ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌●╌╌╌╌╌╌╌╌╌
         5 ┤                    ×        ●● ● ●●
           │                               ●
         0 ┤
           └─┬───────≈─┬─────────┬───────────────
             2012-11   2013-09   2014-07
                                     AB

        ○ シグナルなし   ● シグナル: 改善   × 除外   ─ 中心線 19件
        ╌ 管理限界 7.08〜31件   ═ 目標 10件   ≈ 実績値のない期間

        管理限界: 基準期間（2012年11月〜2014年10月）の21点によるものです。
        中央値19件に対する連: 最長15点（偶然なら8点まで）、交差8回（偶然なら10回
        以上）、中央値以外29点。偶然とは考えにくい動きです。
        目標10件: 管理限界の内側にあるため、達成は偶然に左右されます。
        シグナル: 9件（改善 9）。
          × 2014年6月: 6件は下側管理限界7.08件を下回っています。この点は除外して
            います（理由: 集計システムの移行）。
          ● 2014年9月〜2015年10月: 連続3点のうち2点以上が中心線から2σを超えて下
            側にあります。改善を示しています。
          ● 2015年1月: 7件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2014年8月〜2015年10月: 15点続けて中心線を下回っています（7点以上でシ
            グナル）。改善を示しています。
          ● 2015年3月: 5件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2015年4月: 5件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2015年5月: 3件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2015年6月: 5件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2015年8月: 4件は下側管理限界7.08件を下回っています。改善を示していま
            す。
          ● 2015年9月: 5件は下側管理限界7.08件を下回っています。改善を示していま
            す。

        除外した点
          × 2014年6月（6件）: 集計システムの移行

        出来事
          A 2014-11-03 ミニPDCA: WARD-4 手指衛生の手順を全病棟で統一
          B 2014-12-10 研修: 現場向け研修 第1回
        """)
  }

  @Test("Six points on a terminal with wide symbols read word for word, in ASCII lines")
  func trial() throws {
    let picture = try HospitalInfections.picture(.japanese, months: 6)
    let lines = TextChart.lines(picture, Layout(width: 60, ambiguous: .wide))
    #expect(
      lines.joined(separator: "\n") == """
        院内感染（cdi）
        XmR管理図、月次、単位: 件、低いほど良い、ルール: nhs-mdc

        件
        35 + ...............................
           |
        30 +
           |             o
        25 +
           |
        20 + ------------------o-----o------
           | o                             o
        15 +
           |       o
        10 + ===============================
           |
         5 +
           | ...............................
         0 +
           +-+-----------+-----------+------
             2012-11     2013-01     2013-03

        o シグナルなし   - 中心線 19件
        . 暫定の管理限界 3.57〜34.4件   = 目標 10件

        暫定の管理限界: 6点によるもので、13点になるまでシグナルは暫
        定です。
        中央値19件に対する連: 中央値以外の点が10点未満（現在6点）の
        ため判定できません。
        目標10件: 管理限界の内側にあるため、達成は偶然に左右されま
        す。
        シグナルはなく、通常のばらつきの範囲です。

        出来事
          - 表示期間外の出来事: 2件
        """)
  }

  @Test("No line is wider than the layout, in any language, from 60 to 200 columns")
  func widths() throws {
    for language in Language.allCases {
      let picture = try HospitalInfections.picture(language, leavingOut: 8..<10)
      for width in stride(from: 60, through: 200, by: 7) {
        for ambiguous in [AmbiguousWidth.narrow, .wide] {
          let lines = TextChart.lines(picture, Layout(width: width, ambiguous: ambiguous))
          let widest = lines.map { displayWidth($0, ambiguous: ambiguous) }.max() ?? 0
          #expect(widest <= width, "\(language) at \(width)")
        }
      }
    }
  }

  @Test("Color adds nothing but color")
  func color() throws {
    let picture = try HospitalInfections.picture()
    let colored = TextChart.lines(picture, Layout(width: 80, style: Style(isColored: true)))
    let bare = colored.map { line in
      line.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map {
        $0.offset == 0 ? $0.element : $0.element.drop { $0 != "m" }.dropFirst()
      }.joined()
    }
    #expect(colored.joined().contains("\u{1B}[32m"))
    #expect(bare == TextChart.lines(picture, Layout(width: 80)))
  }

  @Test("Of many points the latest are shown, and the others counted")
  func many() throws {
    let picture = try ChartPicture.daily((0..<10_000).map { Double(($0 * 7919) % 101) })
    let lines = TextChart.lines(picture, Layout(width: 100))
    #expect(lines[2] == "The latest 93 points; 9,907 earlier ones are not shown.")
    #expect(lines.count < 80)
  }

  @Test("A target far away does not press the points flat")
  func farTarget() throws {
    let picture = try HospitalInfections.picture { $0.target = 1000 }
    #expect(text(picture).contains("target 1,000 infections (outside of the picture)"))
    #expect(text(picture).contains("\n30 ┤"))
  }

  @Test("Without observations it says so")
  func empty() throws {
    #expect(text(try .daily([])).hasSuffix("\n\nNo observations yet."))
  }

  @Test("Stored texts can't reach the terminal as control sequences")
  func hostile() throws {
    var picture = try HospitalInfections.picture { $0.exclusions = [15_645] }
    let evil = "a\u{1B}[2J\nb\u{202E}"
    (picture.name, picture.unit, picture.title) = (evil, evil, evil)
    picture.exclusionReasons = [HospitalInfections.month(0): evil]
    picture.annotations[0].label = evil
    let lines = TextChart.lines(picture, Layout(width: 80))
    let scalars = lines.joined().unicodeScalars
    #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    #expect(lines.joined().contains("␛[2J⏎b"))
  }
}
