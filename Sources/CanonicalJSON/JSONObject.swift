/// The members of a JSON object: keys are unique, order is kept but does not count for equality.
///
/// A small array with linear lookup, which beats hashing at the handful of members a payload has.
package struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
  /// A struct rather than a tuple: arrays of it are destroyed without the runtime's generic path.
  package struct Member: Sendable {
    package let key: String
    package fileprivate(set) var value: JSON
  }

  private var members: [Member]

  package init() { members = [] }

  /// Members whose value is nil are left out. Keys must be distinct.
  package init(dictionaryLiteral members: (String, JSON?)...) { self.init(members) }

  /// Members whose value is nil are left out. Keys must be distinct.
  init(_ pairs: [(String, JSON?)]) {
    members = []
    members.reserveCapacity(pairs.count)
    for case (let key, let value?) in pairs {
      precondition(self[key] == nil, "an object has the key \(key) twice")
      members.append(Member(key: key, value: value))
    }
  }

  /// Takes members whose keys are known to be distinct.
  init(distinct members: [Member]) { self.members = members }

  /// The member's value, nil if there is none; setting nil removes the member.
  package subscript(key: String) -> JSON? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  package var keys: [String] { members.map(\.key) }
  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }

  /// The members in the order RFC 8785 writes them: by the keys' UTF-16 code units.
  var canonicalMembers: [Member] {
    let inOrder = zip(members, members.dropFirst()).allSatisfy { $0.key.precedesInUTF16($1.key) }
    return inOrder ? members : members.sorted { $0.key.precedesInUTF16($1.key) }
  }

  private func index(of key: String) -> Int? {
    members.firstIndex { $0.key.hasSameBytes(as: key) }
  }
}

extension JSONObject: Sequence {
  package func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: Equatable {
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }
}

extension String {
  /// Order by UTF-16 code units, read from UTF-8: the two differ only in that the surrogates of
  /// U+10000 and up (lead bytes F0…F4) come before U+E000…U+FFFF (lead bytes EE and EF).
  func precedesInUTF16(_ other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return utf16Rank(left[index]) < utf16Rank(right[index])
    }
    return left.count < right.count
  }
}

private func utf16Rank(_ lead: UInt8) -> UInt8 {
  lead == 0xEE || lead == 0xEF ? lead + 0x10 : lead
}
