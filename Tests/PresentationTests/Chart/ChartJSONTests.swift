import CanonicalJSON
import CivilTime
import Statistics
import Testing

@testable import Presentation

@Suite struct ChartJSONTests {
  /// As a program reads it; every chart is canonical.
  private func json(_ picture: ChartPicture) throws -> JSON {
    let text = String(decoding: ChartJSON.canonical(picture), as: UTF8.self)
    let json = try JSON(parsing: text)
    #expect(json.canonical == text)
    return json
  }

  @Test("A chart with lines only has nulls for what it lacks")
  func lineOnly() throws {
    let picture = try ChartPicture.daily([1, 2]) { $0.direction = .up }
    #expect(
      try json(picture) == [
        "kpi": "hours", "profile": "nhs-mdc", "chart": "xmr", "direction": "up", "unit": "h",
        "limits": "whole",
        "segments": [
          [
            "from": "2026-01-01", "to": "2026-01-02", "count": 2, "state": "line", "center": 1.5,
            "sigma": .null, "lower": .null, "upper": .null, "movingRangeMean": .null,
            "movingRangeUpper": .null,
          ]
        ],
        "points": [
          [
            "period": "2026-01-01", "value": 1, "segment": 0, "excluded": false, "state": "line",
            "center": 1.5, "lower": .null, "upper": .null, "signals": [],
          ],
          [
            "period": "2026-01-02", "value": 2, "segment": 0, "excluded": false, "state": "line",
            "center": 1.5, "lower": .null, "upper": .null, "signals": [],
          ],
        ],
        "run": [
          "median": 1.5, "useful": 2, "longestRun": 1, "longestRunLimit": 4, "crossings": 1,
          "crossingsLimit": 0, "signal": .null,
        ],
        "assurance": "none",
      ])
  }

  @Test("Each point has its signals, with rule, side and reading")
  func signals() throws {
    let json = try self.json(HospitalInfections.picture())
    let text = json.canonical
    #expect(
      text.contains(
        #"{"completes":true,"reading":"improvement","rule":"shift","side":"low"}"#))
    #expect(text.contains(#""assurance":"hitAndMiss""#))
    #expect(text.contains(#""from":"2012-11-01""#) && text.contains(#""to":"2015-10-01""#))
  }

  @Test("A pattern without a side has a null for it")
  func withoutSide() throws {
    let picture = try HospitalInfections.picture(kind: .run)
    #expect(
      try json(picture).canonical.contains(
        #""reading":"neutral","rule":"fewCrossings","side":null"#))
  }

  @Test("A chart without observations is an object still")
  func empty() throws {
    let json = try self.json(.daily([]))
    #expect(json.object?["points"] == [] && json.object?["run"] == .null)
  }

  @Test("Members of the answer stand among the chart's, in order")
  func others() throws {
    let text = String(
      decoding: ChartJSON.canonical(try .daily([1, 2]), with: ["asOf": "then", "zeal": 1]),
      as: UTF8.self)
    #expect(text.hasPrefix(#"{"asOf":"then","assurance":"none","chart":"xmr","#))
    #expect(text.hasSuffix(#""unit":"h","zeal":1}"#))
  }
}
