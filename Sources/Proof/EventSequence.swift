/// What must hold between the events of one log: dense positions, dense versions in each stream,
/// the events of a command side by side, times of recording that never go back.
struct EventSequence: Sendable {
  private var last = 0
  private var versions: [ArraySlice<UInt8>: Int] = [:]
  private var command: ArraySlice<UInt8> = []
  private var ordinal = -1
  private var recorded: ArraySlice<UInt8> = []

  /// The event's position, or that at which it should stand.
  mutating func place(of event: EventColumns, _ found: inout Findings) -> Int {
    let expected = last + 1
    guard let position = event.number(.position) else {
      last = expected
      found.add(expected, .malformed(.position))
      return expected
    }
    if position > expected { found.add(expected, .missing(last: position - 1)) }
    if position < expected { found.add(position, .misplaced(after: last)) }
    last = max(last, position)
    return position
  }

  mutating func check(_ event: EventColumns, at position: Int, _ found: inout Findings) {
    checkVersion(event, position, &found)
    checkOrdinal(event, position, &found)
    let now = event[.recordedAt]
    // ISO texts sort as their times do: `+` of the offset comes before `.` and digits.
    if now.lexicographicallyPrecedes(recorded) { found.add(position, .recordedEarlier) }
    recorded = copy(now)
  }

  private mutating func checkVersion(
    _ event: EventColumns, _ position: Int, _ found: inout Findings
  ) {
    guard let version = event.number(.streamVersion) else { return }
    let stream = event[.stream]
    let expected = (versions[stream] ?? 0) + 1
    if version != expected {
      found.add(
        position,
        .streamVersion(stream: event.text(.stream), found: version, expected: expected))
    }
    if versions[stream] == nil {
      versions[copy(stream)] = version
    } else {
      versions[stream] = version
    }
  }

  private mutating func checkOrdinal(
    _ event: EventColumns, _ position: Int, _ found: inout Findings
  ) {
    guard let number = event.number(.ordinal) else { return }
    let expected = event[.commandID] == command ? ordinal + 1 : 0
    if number != expected { found.add(position, .ordinal(found: number, expected: expected)) }
    ordinal = number
    if expected == 0 { command = copy(event[.commandID]) }
  }

  /// The bytes alone, without the buffer that they lie in.
  private func copy(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { Array(bytes)[...] }
}
