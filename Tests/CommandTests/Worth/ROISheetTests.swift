import CanonicalJSON
import OperatingSystem
import TestSupport
import Testing

@testable import SimulatedYear

@Suite("The return as a spreadsheet")
struct ROISheetTests {
  /// Holds every number of the sheets against the JSON, as openpyxl reads them; prints how many.
  private static let script = """
    import sys, json, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    report = json.load(open(sys.argv[2]))
    names = book.sheetnames
    count = 0
    def same(cell, value, where):
        global count
        assert (cell is None) == (value is None), (where, cell, value)
        if cell is not None:
            assert abs(cell - value) <= 1e-9 * max(1, abs(value)), (where, cell, value)
            count += 1
    def rows(place):
        return [[c.value for c in row] for row in book[names[place]].iter_rows(min_row=2)]
    def costs_of(one): return [one['cost'], one['subsidy'], one['netCost']]
    def returns_of(one):
        benefit = one['benefit']
        return [benefit['value'], benefit['low'], benefit['high'], one['yearlyBenefit']['value'], one['gross']['percent'],
            one['net']['percent'], one['gross']['ratio'], one['gross']['paybackMonths']]
    def figures(one): return costs_of(one) + returns_of(one)
    for row, value in zip(rows(0)[1:], figures(report['figures']), strict=True):
        same(row[1], value, row[0])
    for row, design in zip(rows(1), report['designs'], strict=True):
        minutes = design['inputs']['minutes']
        known = [design['inputs']['sessions'], design['inputs']['people'],
            None if minutes is None else minutes / 60, design['application']['tried'],
            design['application']['concepts']] + costs_of(design['figures'])
        for cell, value in zip(row[2:], known, strict=True): same(cell, value, row[0])
    for row, design in zip(rows(2), report['designs'], strict=True):
        for cell, value in zip(row[1:], returns_of(design['figures']), strict=True):
            same(cell, value, row[0])
    costs = [cost for design in report['designs'] for cost in design['inputs']['costs']]
    for row, cost in zip(rows(3), costs, strict=True):
        for cell, value in zip(row[2:], [cost['minorUnits'], cost['minutes'], len(cost['sources'])],
                strict=True):
            same(cell, value, row[1])
    gains = [gain for design in report['designs'] for gain in design['gains']]
    for row, gain in zip(rows(4), gains, strict=True):
        effect = gain['effect'] or {}
        change, money = effect.get('change') or {}, effect.get('money') or {}
        known = [effect.get('before'), effect.get('now'), change.get('value'), change.get('low'),
            change.get('high'), effect.get('periods'), (money.get('total') or {}).get('value'),
            (money.get('yearly') or {}).get('value'), gain['target'], gain['distance']]
        assert row[1] == gain['kpi'], row
        assert (row[5].date().isoformat() if row[5] else None) == effect.get('onset'), row
        for cell, value in zip(row[6:], known, strict=True): same(cell, value, row[1])
    for row, area in zip(rows(5), report['areas'], strict=True):
        for cell, value in zip(row[1:], figures(area['figures']), strict=True):
            same(cell, value, row[0])
    places = {place for row in rows(7) for place in row[2].split()}
    for cost in costs: assert places.issuperset(cost['sources']), cost
    for gain in gains:
        effect = gain['effect'] or {}
        assert places.issuperset(effect.get('observations') or []), gain['kpi']
    print(count)
    """

  @Test("Every figure in it is the JSON's, in both languages")
  func same() async throws {
    let year = ROICommandTests()
    try await year.withTraining { pdca throws in
      _ = try pdca("value-area", "choose", "Proposals", "Most hours")
      for kpi in year.outcomes.dropFirst() {
        _ = try pdca(
          "value", "set", kpi.reference, "1,000円", "--basis", "Wages", "--from", "2024-04-01")
        _ = try pdca("value", "area", kpi.reference, "Proposals")
      }
      _ = try pdca("value", "wage", "executive", "6000円", "--basis", "Mean", "--from", "2024-04-01")
      _ = try pdca("value", "hours", "HQ-D1.1", "6h30m")
      _ = try pdca("value", "subsidy", "HQ-D1", "100,000円")
      let (sheets, json) = ("\(pdca.home)/roi.xlsx", "\(pdca.home)/roi.json")
      for runner in [pdca, pdca.japanese] {
        for path in [sheets, json] {
          let run = try runner("roi", "--output", path)
          #expect(run.status == 0, "\(run)")
        }
        let run = try ChildProcess.run(["/usr/bin/python3", "-c", Self.script, sheets, json])
        #expect(run.status == 0 && (Int(run.output.dropLast()) ?? 0) >= 60, "\(run.output)")
      }
    }
  }
}
