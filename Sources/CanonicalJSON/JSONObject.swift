/// The members of a JSON object: keys are unique, order is kept but does not count for equality.
///
/// A small array with linear lookup, which beats hashing at the handful of members a payload has.
package struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
  package typealias Member = (key: String, value: JSON)

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
      members.append((key, value))
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
      case (nil, let value?): members.append((key, value))
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
    var right = other.utf8.makeIterator()
    for a in utf8 {
      guard let b = right.next() else { return false }
      if a != b { return utf16Rank(a) < utf16Rank(b) }
    }
    return right.next() != nil
  }
}

private func utf16Rank(_ lead: UInt8) -> UInt8 {
  lead == 0xEE || lead == 0xEF ? lead + 0x10 : lead
}
