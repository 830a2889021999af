/// Anhøj's runs analysis of one segment.
package struct RunSummary: Hashable, Sendable {
  package var center: Double
  /// Points off the centre line. Those on it neither break nor extend a run.
  package var useful: Int
  package var longestRun: Int
  /// The longest run that is still likely by chance.
  package var longestRunLimit: Int
  package var crossings: Int
  /// The fewest crossings that are still likely by chance.
  package var crossingsLimit: Int
  /// Nil with fewer than 10 useful points, for which there is no verdict.
  package var signal: Bool?
}
