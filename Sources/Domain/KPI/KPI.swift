package import CivilTime

/// A KPI and what people decided upon its chart. Its observations are not part of
/// the state: what decisions need of them comes in `KPIFacts`.
package enum KPI: Sendable, Equatable {
  case undefined
  case active(Chart)
  case retired(Chart, reason: String)

  package struct Chart: Sendable, Equatable {
    package struct Target: Sendable, Equatable {
      package let target: Double
      package let by: LocalDate?
    }

    package struct Baseline: Sendable, Equatable {
      package let from: LocalDate
      package let to: LocalDate
      package let reason: String
    }

    package struct Rebase: Sendable, Equatable {
      package let cause: String
      package let evidence: String
    }

    package struct Hypothesis: Sendable, Equatable {
      package let signal: SignalReference
      package let hypothesis: String
      package let byMachine: Bool
      /// Nil until a person has tested it.
      package fileprivate(set) var test: Test?
    }

    package struct Test: Sendable, Equatable {
      package let accepted: Bool
      package let note: String
    }

    package fileprivate(set) var definition: KPIDefinition
    package fileprivate(set) var target: Target?
    package fileprivate(set) var baseline: Baseline?
    /// Why each excluded period is excluded.
    package fileprivate(set) var exclusions: [LocalDate: String] = [:]
    package fileprivate(set) var rebases: [LocalDate: Rebase] = [:]
    /// The latest note on each acknowledged signal.
    package fileprivate(set) var acknowledged: [SignalReference: String] = [:]
    /// By number, from 1.
    package fileprivate(set) var hypotheses: [Int: Hypothesis] = [:]
  }

  package init() { self = .undefined }
}

extension KPI {
  package mutating func evolve(_ event: KPIEvent) {
    switch (event, chart) {
    case (.defined(let definition), _):
      self = .active(Chart(definition: definition))
    case (.retired(let reason), let chart?):
      self = .retired(chart, reason: reason)
    case (_, var chart?):
      chart.evolve(event)
      replace(chart)
    case (_, nil):
      break
    }
  }

  package var chart: Chart? {
    switch self {
    case .undefined: nil
    case .active(let chart), .retired(let chart, _): chart
    }
  }

  private mutating func replace(_ chart: Chart) {
    switch self {
    case .undefined: break
    case .active: self = .active(chart)
    case .retired(_, let reason): self = .retired(chart, reason: reason)
    }
  }
}

extension KPI.Chart {
  fileprivate mutating func evolve(_ event: KPIEvent) {
    switch event {
    case .defined, .retired, .observationRecorded, .observationCorrected:
      break
    case .targetSet(let target, let day, _):
      self.target = Target(target: target, by: day)
    case .baselineFixed(let from, let to, let reason):
      baseline = Baseline(from: from, to: to, reason: reason)
    case .pointExcluded(let period, let reason):
      exclusions[period] = reason
    case .limitsRebased(let day, let cause, let evidence):
      rebases[day] = Rebase(cause: cause, evidence: evidence)
    case .signalAcknowledged(let signal, let note):
      acknowledged[signal] = note
    case .hypothesisProposed(let number, let signal, let hypothesis, let byMachine, _, _):
      hypotheses[number] = Hypothesis(
        signal: signal, hypothesis: hypothesis, byMachine: byMachine)
    case .hypothesisTested(let number, let accepted, let note):
      hypotheses[number]?.test = Test(accepted: accepted, note: note)
    }
  }
}
