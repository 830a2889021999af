package import Bilingual
import CanonicalJSON
package import CivilTime
import Domain
package import Office
package import Presentation

/// What is sent on an occasion, in the target's language, before it takes a channel's form. Its texts may
/// hold what people wrote: each form makes them harmless in its own way.
package struct Message: Sendable {
  package struct Fact: Sendable, Equatable {
    package var label: String
    package var value: String
  }

  package var language: Language
  /// Nil for a trial.
  package var kind: ShareOccasion?
  /// Tells the occasion from all others; the same on every attempt.
  package var key: String
  package var organization: String
  package var department: String
  /// What it is about, by its id.
  package var about: String
  package var title: String
  package var lead: String
  package var sections: [DocumentSection]
  package var facts: [Fact]
  /// Its page; nil where no page is known.
  package var link: String?
  /// When it came about.
  package var time: Instant

  package func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  /// Pictures, in order.
  var figures: [DocumentFigure] {
    sections.flatMap(\.blocks).compactMap {
      if case .figure(let figure) = $0 { figure } else { nil }
    }
  }

  /// The key as it stands at the end of messages.
  var keyLine: String { "pdca \(key)" }

  /// What the link to its page is called.
  var linkLabel: String { say("Open in pdca", "pdca で開く") }
}
