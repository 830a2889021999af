import Reviews

/// A review's sections on their way into a document, and what they leave to the whole review.
struct ToldSections {
  private var told: [(part: ReviewPart, section: DocumentSection)] = []
  /// Titles of those without anything.
  var silent: [String] = []
  /// Titles, and how much of each is left out; nil for all of it.
  private(set) var left: [(title: String, count: Int?)] = []

  var sections: [DocumentSection] { told.map(\.section) }

  mutating func add(_ part: ReviewPart, _ section: DocumentSection, without more: Int) {
    told.append((part, section))
    leave(section.title, more)
  }

  mutating func remove(_ part: ReviewPart) -> DocumentSection? {
    told.firstIndex { $0.part == part }.map { told.remove(at: $0).section }
  }

  /// - Parameter count: nil for all of it.
  mutating func leave(_ title: String, _ count: Int? = nil) {
    guard count != 0 else { return }
    let before = left.firstIndex { $0.title == title }
    guard let before else { return left.append((title, count)) }
    left[before].count = count.flatMap { more in left[before].count.map { $0 + more } }
  }

  /// Leaves that to the whole review, too.
  /// - Returns: whether there was anything to leave.
  mutating func spare(_ sparing: Sparing) -> Bool {
    guard let place = told.firstIndex(where: { $0.part == sparing.part }) else { return false }
    let section = told[place].section
    guard let items = sparing.items else {
      told.remove(at: place)
      leave(section.title)
      return true
    }
    let (short, more) = section.shortened(SectionExtent.Size(rows: items, items: items))
    guard more > 0 else { return false }
    told[place].section = short
    leave(section.title, more)
    return true
  }
}

/// What a review does without where it would be longer than its reader has time for.
struct Sparing: Equatable {
  let part: ReviewPart
  /// Rows or items of each list that are kept; nil for leaving out the whole section.
  let items: Int?

  /// What is needed least comes first. What is getting worse, what was promised and the next steps are
  /// shortened last, and never left out.
  static let all: [Sparing] =
    leastNeeded.map { Sparing(part: $0, items: 1) }
    + leastNeeded.map { Sparing(part: $0, items: nil) }
    + [ReviewPart.next, .promised, .worse].map { Sparing(part: $0, items: 1) }

  private static let leastNeeded: [ReviewPart] = [
    .late, .related, .training, .coverage, .said, .reuse, .leadTimes, .lessons, .improvements,
    .issues, .investment, .comparison, .decisions, .trends, .cycles, .stuck, .better, .kpis,
  ]
}
