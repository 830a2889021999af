import Bilingual
import CivilTime
import Statistics
import Terminal
import TestSupport
import Testing

@testable import Presentation

@Suite struct SVGChartTests {
  /// How many shapes the path with this beginning and end of its element holds.
  private func shapes(_ fill: String, in svg: String) -> Int {
    let paths = svg.split(separator: "\n").filter {
      $0.hasPrefix("<path") && $0.contains("fill=\"\(fill)\"") && $0.contains("width=\"0.7\"")
    }
    return paths.reduce(0) { $0 + $1.count { $0 == "Z" } }
  }

  @Test("It is an image with a title and its whole reading in words")
  func description() throws {
    let picture = try HospitalInfections.picture()
    let svg = SVGChart.svg(picture)
    let xml = try WellFormedness(of: svg)
    #expect(svg.contains("role=\"img\"") && xml.elements["title"] == 1)
    #expect(xml.texts[0] == "Hospital infections (cdi)")
    let words = SignalWords(picture)
    for cause in picture.chart.specialCauses {
      #expect(xml.texts[1].contains(words.sentence(cause)))
    }
    #expect(xml.texts[1].contains("hit and miss"))
    #expect(xml.texts[1].contains("2014-12-10 Training: Field session 1"))
  }

  @Test("Each signal's point has the shape of its reading, beside the one in the legend")
  func shapes() throws {
    let picture = try HospitalInfections.picture()
    let svg = SVGChart.svg(picture)
    let looks = picture.chart.points.map(PointLook.init)
    let improvements = looks.count { $0 == .improvement }
    let concerns = looks.count { $0 == .concern }
    #expect(improvements == 14 && concerns > 0)
    #expect(shapes("#0072b2", in: svg) == improvements + 1)
    #expect(shapes("#d55e00", in: svg) == concerns + 1)
  }

  @Test("Lines are labelled with their values")
  func labels() throws {
    let xml = try WellFormedness(of: SVGChart.svg(try HospitalInfections.picture()))
    for label in ["Upper limit 27.4", "Centre line 14.8", "Lower limit 2.22", "Target 10"] {
      #expect(xml.texts.contains(label))
    }
  }

  @Test("Trial limits are dashed, others are not")
  func trial() throws {
    let trial = SVGChart.svg(try HospitalInfections.picture(months: 12))
    #expect(trial.contains("stroke-dasharray=\"7 5\""))
    #expect(!SVGChart.svg(try HospitalInfections.picture()).contains("stroke-dasharray=\"7 5\""))
  }

  @Test("A line is broken where periods are missing, and the legend says so")
  func gap() throws {
    let whole = try WellFormedness(of: SVGChart.svg(try HospitalInfections.picture()))
    let broken = try HospitalInfections.picture(leavingOut: 8..<10)
    let xml = try WellFormedness(of: SVGChart.svg(broken))
    #expect(xml.texts.contains("missing periods") && !whole.texts.contains("missing periods"))
    let line = SVGChart.svg(broken).split(separator: "\n").first {
      $0.hasPrefix("<path") && $0.contains("stroke=\"#6b6b6b\" stroke-width=\"1.2\"")
    }
    #expect(line?.count { $0 == "M" } == 2)
  }

  @Test("What happened has a flag with its number, in the plot and in the list")
  func flags() throws {
    let xml = try WellFormedness(of: SVGChart.svg(try HospitalInfections.picture(.japanese)))
    #expect(xml.texts.count { $0 == "2" } == 2)
    #expect(xml.texts.contains("2014-11-03 ミニPDCA: WARD-4 手指衛生の手順を全病棟で統一"))
  }

  @Test("Nothing comes from elsewhere, nothing runs, and nothing has an id that could clash")
  func standsAlone() throws {
    let svg = SVGChart.svg(try HospitalInfections.picture())
    for word in ["<script", "<style", "href", "url(", " id=", "@import"] {
      #expect(!svg.contains(word))
    }
  }

  @Test("Hostile texts are shown as they are and break nothing")
  func hostile() throws {
    let evil = "</title><script>x()</script> & \"q\" 'x' \u{1B}[31m\u{202E}\u{0}\u{FFFE} ]]> <!--"
    var picture = try HospitalInfections.picture {
      $0.exclusions = [HospitalInfections.month(19).dayNumber]
    }
    (picture.name, picture.unit, picture.kpi, picture.title) = (evil, evil, evil, evil)
    picture.exclusionReasons = [HospitalInfections.month(19): evil]
    picture.annotations = (0..<40).map {
      ChartAnnotation(
        date: HospitalInfections.month(0).adding(days: $0 * 9), label: evil,
        kind: ChartAnnotation.Kind.allCases[$0 % 5])
    }
    let xml = try WellFormedness(of: SVGChart.svg(picture))
    #expect(xml.elements["script"] == nil)
    #expect(xml.texts[0].hasPrefix("&lt;/title&gt;&lt;script&gt;x()"))
    #expect(xml.texts[0].contains("␛[31m\\u{202E}␀\\u{FFFE}"))
  }

  @Test("Any series of numbers gives a well-formed picture, and a text that fits")
  func anySeries() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let sizes = [0, .leastNonzeroMagnitude, 1e-305, 1e-12, 1, 1e6, 1e149]
    for count in 0..<60 {
      let size = sizes[count % sizes.count]
      let values = (0..<count).map { _ in Double(Int.random(in: -3...9, using: &random)) * size }
      let picture = try ChartPicture.daily(values, language: .japanese) {
        $0.kind = ChartKind.allCases[count % 2]
        $0.target = count % 3 == 0 ? size : nil
        $0.rebases = [20_454 + count / 2]
        $0.exclusions = Set((0..<count / 5).map { 20_454 + $0 * 3 })
      }
      let xml = try WellFormedness(of: SVGChart.svg(picture))
      let lines = TextChart.lines(picture, Layout(width: 70, ambiguous: .wide))
      let widest = lines.map { displayWidth($0, ambiguous: .wide) }.max() ?? 0
      #expect(xml.elements["svg"] == 1 && widest <= 70, "seed \(seed), \(count) points")
    }
  }

  @Test("Ten thousand points are a few paths")
  func many() throws {
    let picture = try ChartPicture.daily((0..<10_000).map { Double(($0 * 7919) % 101) })
    let svg = SVGChart.svg(picture)
    let xml = try WellFormedness(of: svg)
    #expect((xml.elements["path"] ?? 0) < 40 && svg.utf8.count < 300_000)
  }

  @Test("Without observations it says so")
  func empty() throws {
    let xml = try WellFormedness(of: SVGChart.svg(try .daily([])))
    #expect(xml.texts.contains("No observations yet."))
  }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
