package import Bilingual
import Glibc
import OperatingSystem

/// Progress of a long task on a terminal's standard error; silent where there is no terminal.
package struct ProgressBar {
  private static let interval = Duration.milliseconds(100)

  private let label: String
  private let total: Int
  private let language: Language
  private let descriptor: Int32
  private let isShown: Bool
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?

  /// A total of 0 or less means it isn't known.
  package init(
    label: String, total: Int, language: Language, descriptor: Int32 = STDERR_FILENO,
    now: ContinuousClock.Instant = .now
  ) {
    self.label = safe(label)
    self.total = total
    self.language = language
    self.descriptor = descriptor
    isShown = Descriptor.isTerminal(descriptor)
    start = now
  }

  /// Redraws with what is done in all, at most ten times a second.
  package mutating func update(_ done: Int, now: ContinuousClock.Instant = .now) {
    guard isShown, lastDrawn.map({ now - $0 >= Self.interval }) ?? true else { return }
    lastDrawn = now
    let width = Descriptor.terminalSize(descriptor)?.columns ?? Layout.widthWithoutTerminal
    draw("\r\u{1B}[2K" + frame(done, after: now - start, width: width - 1))
  }

  /// Clears the line; the next text starts where the bar was.
  package mutating func finish() {
    if lastDrawn != nil { draw("\r\u{1B}[2K") }
    lastDrawn = nil
  }

  private func draw(_ text: String) { try? Descriptor.write(Array(text.utf8), to: descriptor) }

  /// One picture of the bar, at most `width` cells: label, bar, share, rate and time left, as many
  /// of them as fit.
  package func frame(_ done: Int, after elapsed: Duration, width: Int) -> String {
    let facts = [share(done), rate(done, elapsed), remaining(done, elapsed)].compactMap(\.self)
    for count in stride(from: facts.count, through: 1, by: -1) {
      let text = facts.prefix(count).joined(separator: "  ")
      let room = width - displayWidth(label) - displayWidth(text) - 4
      if room >= 10, total > 0 { return "\(label)  \(bar(done, min(room, 30)))  \(text)" }
      if room >= -2 { return "\(label)  \(text)" }
    }
    return Fitting.truncate(label, toWidth: width)
  }

  private func bar(_ done: Int, _ cells: Int) -> String {
    let filled = min(cells, max(0, done * cells / total))
    return String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
  }

  private func share(_ done: Int) -> String {
    total > 0 ? "\(min(100, done * 100 / total))% (\(done)/\(total))" : String(done)
  }

  private func rate(_ done: Int, _ elapsed: Duration) -> String? {
    guard elapsed >= .seconds(1) else { return nil }
    let rate = Int(Double(done) / (elapsed / .seconds(1)))
    return rate > 0 ? TerminalText.perSecond(rate, language) : nil
  }

  private func remaining(_ done: Int, _ elapsed: Duration) -> String? {
    guard total > done, done > 0, elapsed >= .seconds(1) else { return nil }
    let seconds = elapsed / .seconds(1) * Double(total - done) / Double(done)
    return TerminalText.remaining(Self.clock(Int(seconds.rounded(.up))), language)
  }

  /// `4:05` or `1:04:05`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(seconds % 60)
  }
}
