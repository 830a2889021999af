import Testing

@testable import Domain

/// Every state of an aggregate met with every command, under the same facts.
struct Matrix<Subject: Aggregate> {
  typealias Named<Value> = (name: String, value: Value)

  let states: [Named<[Subject.Event]>]
  let commands: [Named<Subject.Command>]
  let facts: Subject.Facts

  /// A block a state, a line a command: the events caused, `–` for none, `✗` and
  /// the refusal; after `machine:` what a machine is told where that differs.
  var table: String {
    states.map { state in
      let lines = commands.map { "  \($0.name): \(cell(state.value, $0.value))" }
      return ([state.name] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func cell(_ events: [Subject.Event], _ command: Subject.Command) -> String {
    let person = outcome(events, command, .person)
    let machine = outcome(events, command, .machine)
    return person == machine ? person : "\(person), machine: \(machine)"
  }

  private func outcome(
    _ events: [Subject.Event], _ command: Subject.Command, _ circumstances: Circumstances
  ) -> String {
    switch decide(events, command, circumstances) {
    case .success([]): "–"
    case .success(let caused): caused.map(\.type).joined(separator: " ")
    case .failure(let refusal): "✗ \(Self.caseName(refusal))"
    }
  }

  private func decide(
    _ events: [Subject.Event], _ command: Subject.Command, _ circumstances: Circumstances
  ) -> Result<[Subject.Event], Subject.Refusal> {
    Subject.given(events).when(command, knowing: facts, in: circumstances).result
  }

  static func caseName(_ value: some Any) -> String {
    String(String(describing: value).prefix { $0 != "(" })
  }

  /// Whatever is decided can be stored and read back. Asking for it again is nothing to do, but for
  /// the commands named: some add every time, others are refused every time, and none is named that
  /// isn't one of either.
  func expectSound(
    accumulating: Set<String> = [], refusedAgain: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var (nothing, added, refused): (Set<String>, Set<String>, Set<String>) = ([], [], [])
    for state in states {
      for command in commands {
        guard case .success(let caused) = decide(state.value, command.value, .person),
          !caused.isEmpty
        else { continue }
        for event in caused { try expectRoundTrip(event, sourceLocation: sourceLocation) }
        switch decide(state.value + caused, command.value, .person) {
        case .success([]): nothing.insert(command.name)
        case .success: added.insert(command.name)
        case .failure: refused.insert(command.name)
        }
      }
    }
    #expect(added == accumulating, sourceLocation: sourceLocation)
    #expect(refused == refusedAgain, sourceLocation: sourceLocation)
    #expect(
      nothing.isDisjoint(with: added.union(refused)), sourceLocation: sourceLocation)
  }

  /// The stream that commands chosen at random leave behind, each decided in turn.
  func walk(seed: UInt64, steps: Int) -> [Subject.Event] {
    var generator = SplitMix(state: seed)
    var events: [Subject.Event] = []
    for _ in 0..<steps {
      let index = Int(generator.next() % UInt64(commands.count))
      events += (try? decide(events, commands[index].value, .person).get()) ?? []
    }
    return events
  }
}

/// https://prng.di.unimi.it/splitmix64.c, for walks that a seed repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
