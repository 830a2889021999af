import Testing

@testable import Domain

@Suite("Defining and retiring a KPI")
struct KPIDefinitionTests {
  let defined = KPIEvent.defined(.example())

  @Test("A KPI is defined once; the same definition again does nothing")
  func define() {
    KPI.given().when(.define(.example()), knowing: .none).then(defined)
    KPI.given(defined).when(.define(.example()), knowing: .none).thenNothing()
    KPI.given(defined).when(.define(.example(cadence: .daily)), knowing: .none)
      .thenRefused(.alreadyDefined(.hours, name: "提案書作成時間"))
  }

  @Test("A definition has a name and a unit")
  func texts() {
    var definition = KPIDefinition.example()
    definition.unit = "\u{7}"
    KPI.given().when(.define(definition), knowing: .none)
      .thenRefused(.text(.controlCharacter(.unit, scalar: 7, offset: 0)))
    definition.name = ""
    KPI.given().when(.define(definition), knowing: .none)
      .thenRefused(.text(.empty(.name)))
  }

  @Test("Nothing happens to a KPI that is not defined")
  func undefined() {
    KPI.given().when(.retire(reason: "Old"), knowing: .none).thenRefused(.undefined(.hours))
  }

  @Test("A target is set; the same again does nothing")
  func target() {
    let command = KPICommand.setTarget(target: 8, by: "2026-06-30", reason: nil)
    let set = KPIEvent.targetSet(target: 8, by: "2026-06-30", reason: nil)
    KPI.given(defined).when(command, knowing: .none).then(set)
    KPI.given(defined, set).when(command, knowing: .none).thenNothing()
    KPI.given(defined, set)
      .when(.setTarget(target: 9, by: "2026-06-30", reason: "Too bold"), knowing: .none)
      .then(.targetSet(target: 9, by: "2026-06-30", reason: "Too bold"))
  }

  @Test("A target is a number", arguments: [Double.nan, .infinity, -.infinity])
  func targetNotFinite(target: Double) {
    KPI.given(defined)
      .when(.setTarget(target: target, by: nil, reason: nil), knowing: .none)
      .thenRefused(.targetNotFinite(.hours))
  }

  @Test("The target of a proportion lies in 0…1")
  func targetOfProportion() {
    let given = KPI.given(.defined(.example(measure: .proportion)))
    given.when(.setTarget(target: 35, by: nil, reason: nil), knowing: .none)
      .thenRefused(.targetOutsideProportion(.hours, target: 35))
    given.when(.setTarget(target: 1, by: nil, reason: nil), knowing: .none)
      .then(.targetSet(target: 1, by: nil, reason: nil))
  }

  @Test("A retired KPI can still be corrected and its signals answered, no more")
  func retired() {
    let given = KPI.given(defined, .retired(reason: "Replaced"))
    let refusal = KPIRefusal.retired(.hours, name: "提案書作成時間", reason: "Replaced")
    given.when(.retire(reason: "Replaced"), knowing: .none).thenNothing()
    given.when(.record(Observation(period: "2026-03-02", value: 1)), knowing: .none)
      .thenRefused(refusal)
    given.when(.retire(reason: "Again"), knowing: .none).thenRefused(refusal)
    let corrected = Observation(period: "2026-03-02", value: 11)
    given.when(.correct(corrected, reason: "Typo"), knowing: .recorded)
      .then(.observationCorrected(corrected, reason: "Typo"))
    given.when(.acknowledge(.shift, note: "Seen"), knowing: .signalled)
      .then(.signalAcknowledged(.shift, note: "Seen"))
  }
}
