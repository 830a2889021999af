import Bilingual
import Terminal
import Testing

@Suite struct ProgressBarTests {
  private let start = ContinuousClock.now

  private func bar(_ descriptor: Int32, _ language: Language = .english) -> ProgressBar {
    ProgressBar(
      label: "Import", total: 200, language: language, descriptor: descriptor, now: start)
  }

  @Test("A frame holds share, rate and time left, as many as fit")
  func frames() {
    let bar = bar(-1)
    #expect(
      bar.frame(50, after: .seconds(10), width: 60)
        == "Import  #####.................  25% (50/200)  5/s  0:30 left")
    #expect(bar.frame(50, after: .seconds(10), width: 30) == "Import  25% (50/200)  5/s")
    #expect(bar.frame(50, after: .seconds(10), width: 8) == "Import")
    #expect(
      self.bar(-1, .japanese).frame(100, after: .seconds(4000), width: 40)
        == "Import  50% (100/200)  残り 1:06:40")
  }

  @Test("It redraws at most ten times a second, clears itself, and is silent on a pipe")
  func redraws() throws {
    let terminal = Channel.terminal()
    let pipe = Channel.pipe()
    defer { for channel in [terminal, pipe] { channel.close() } }
    var shown = bar(terminal.far)
    shown.update(10, now: start)
    shown.update(20, now: start + .milliseconds(50))
    shown.update(30, now: start + .milliseconds(100))
    shown.finish()
    #expect(terminal.written().split(separator: "\r").count == 3)
    var silent = bar(pipe.far)
    silent.update(10, now: start)
    silent.finish()
    #expect(pipe.written() == "")
  }
}
