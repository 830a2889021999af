import Synchronization
import Terminal

/// The bar of a rebuild, moved from several connections.
final class RebuildBar: Sendable {
  private let label: String
  private let answer: Answer
  private let bar = Mutex<ProgressBar?>(nil)

  init(_ answer: Answer) {
    self.answer = answer
    label = answer.say("Rebuilding", "再構築中")
  }

  func update(_ done: Int, of total: Int) {
    bar.withLock { bar in
      if bar == nil { bar = ProgressBar(label: label, total: total, language: answer.language) }
      bar?.update(done)
    }
  }

  func finish() { bar.withLock { $0?.finish() } }
}
