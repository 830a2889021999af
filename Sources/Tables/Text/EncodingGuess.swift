/// What a piece of a file says of its encoding. Nothing is guessed that could as well be something
/// else: text in a Western code page, which reads as rare kanji, is not taken for Japanese.
enum EncodingGuess {
  /// The encoding that a file's first bytes name or show; nil for one like ASCII.
  static func opening(_ bytes: ArraySlice<UInt8>) throws(TableFault) -> TextEncoding? {
    if let other = otherFile(bytes) { throw .otherFile(other) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .foreignEncoding(.utf32)
    }
    let marked = TextEncoding.allCases.first { !$0.mark.isEmpty && bytes.starts(with: $0.mark) }
    if let marked { return marked }
    return try unmarked16(bytes.prefix(4_096))
  }

  private static func otherFile(_ bytes: ArraySlice<UInt8>) -> TableFault.OtherFile? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .xls }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    return bytes.starts(with: [0x1F, 0x8B]) ? .gzip : nil
  }

  /// UTF-16 without a mark: zero bytes stand in every other place only, and a line end or a
  /// delimiter is among its characters.
  private static func unmarked16(_ bytes: ArraySlice<UInt8>) throws(TableFault) -> TextEncoding? {
    var (even, odd, marks) = (0, 0, 0)
    for (place, byte) in bytes.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { even += 1 } else { odd += 1 }
      let neighbor = bytes.startIndex + (place.isMultiple(of: 2) ? place + 1 : place - 1)
      let isMark =
        neighbor < bytes.endIndex && [0x09, 0x0A, 0x0D, 0x2C, 0x3B].contains(bytes[neighbor])
      if isMark { marks += 1 }
    }
    if marks == 0 { return nil }
    if even > 0, odd > 0 { throw .otherFile(.binary) }
    return even > 0 ? .utf16BigEndian : .utf16LittleEndian
  }

  /// The encoding of bytes of which the first is no ASCII.
  /// - Parameters:
  ///   - before: the byte before them.
  ///   - isWhole: whether they are all there are; else the last character may be cut.
  static func text(
    _ bytes: ArraySlice<UInt8>, after before: UInt8, isWhole: Bool
  ) throws(TableFault) -> TextEncoding {
    if isEscape(bytes) { throw .foreignEncoding(.iso2022JP) }
    let utf8 = UTF8Tally(bytes, isWhole: isWhole)
    let cp932 = CP932Tally(bytes, after: before, isWhole: isWhole)
    if utf8.good >= 4 * utf8.bad {
      // Two half-width kana of CP932 can be a sign of Latin in UTF-8: ﾂｩ is ©.
      if utf8.areSigns, cp932.isValid { throw .encodingUnclear("UTF-8", "CP932") }
      return .utf8
    }
    let euc = EUCTally(bytes, isWhole: isWhole)
    if euc.isValid {
      switch (cp932.isValid, euc.isKatakana, euc.isJapanese) {
      case (true, true, _): return .cp932
      case (_, _, true), (false, _, _):
        throw euc.isElsewhere ? .strangeEncoding : .foreignEncoding(.eucJP)
      case (true, _, false):
        if euc.isElsewhere { throw .strangeEncoding }
        throw .encodingUnclear("CP932", "EUC-JP")
      }
    }
    return cp932.isJapanese ? .cp932 : .utf8
  }

  /// ESC $ or ESC (, with which ISO-2022-JP changes its character set.
  static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0x1B, UInt8(ascii: "$")]) || bytes.starts(with: [0x1B, UInt8(ascii: "(")])
  }
}

/// Sequences of several bytes that are UTF-8, and those that aren't.
private struct UTF8Tally {
  private(set) var (good, bad) = (0, 0)
  /// Nothing but signs of Latin (U+0080 to U+00BF) is among them.
  var areSigns: Bool { good > 0 && signs == good && bad == 0 }
  private var signs = 0

  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let length = Self.length(bytes[index])
      let rest = bytes[(index + 1)...].prefix(max(0, length - 1))
      let follows = rest.prefix { $0 & 0xC0 == 0x80 }.count
      if length > 0, follows == length - 1 {
        good += 1
        if bytes[index] == 0xC2 { signs += 1 }
      } else if isWhole || length == 0 || index + 1 + follows < bytes.endIndex {
        bad += 1
      }
      index += 1 + follows
    }
  }

  /// Of a sequence, by its first byte; 0 for a byte that begins none.
  private static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}

private struct EUCTally {
  private(set) var isValid = true
  private var pairs = 0
  /// Hiragana, katakana and punctuation.
  private var common = 0
  /// Of the second level, rare in Japanese.
  private var rare = 0
  private var aboveKatakana = 0
  private var kana = 0
  /// That stand for nothing in EUC-JP.
  private var unassigned = 0

  /// Bytes that are as likely half-width katakana of CP932, which hold rare kanji in EUC-JP.
  var isKatakana: Bool { aboveKatakana == 0 && common * 8 < pairs && rare * 5 >= pairs }
  /// Chinese or Korean, which is cut into pairs alike: what Japanese doesn't have stands in it, or
  /// much of it has no kana.
  var isElsewhere: Bool { unassigned * 20 > pairs || pairs >= 40 && kana == 0 }
  var isJapanese: Bool { aboveKatakana > 0 || common * 8 >= pairs }

  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    var index = bytes.startIndex
    while index < bytes.endIndex, isValid {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead == 0x8F ? 3 : 2
      let rest = bytes[index...].prefix(length).dropFirst()
      if rest.count < length - 1, !isWhole { break }
      if lead >= 0x80 { take(lead, rest, whole: rest.count == length - 1) }
      index += length
    }
  }

  private mutating func take(_ lead: UInt8, _ rest: ArraySlice<UInt8>, whole: Bool) {
    let isLead = lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead)
    isValid = isLead && whole && rest.allSatisfy { (0xA1...0xFE).contains($0) }
    pairs += 1
    if lead <= 0xA5 { common += 1 }
    if lead == 0xA4 || lead == 0xA5 { kana += 1 }
    if let trail = rest.first, Self.isUnassigned(lead, trail) { unassigned += 1 }
    if (0xD0...0xF4).contains(lead) { rare += 1 }
    if lead > 0xDF || rest.contains(where: { $0 > 0xDF }) { aboveKatakana += 1 }
  }

  /// Places of JIS X 0208 without a character that those of Chinese and Korean have.
  private static func isUnassigned(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xA3:
      !(0xB0...0xB9).contains(trail) && !(0xC1...0xDA).contains(trail)
        && !(0xE1...0xFA).contains(trail)
    case 0xA4: trail > 0xF3
    case 0xA5: trail > 0xF6
    case 0xA9...0xAC, 0xAE, 0xAF: true
    case 0xCF: trail > 0xD3
    default: false
    }
  }
}

private struct CP932Tally {
  private var (good, bad) = (0, 0)
  /// Characters that no Western text would hold by chance.
  private var evidence = 0

  var isValid: Bool { bad == 0 }
  var isJapanese: Bool { evidence > 0 && bad * 50 <= good }

  init(_ bytes: ArraySlice<UInt8>, after first: UInt8, isWhole: Bool) {
    var index = bytes.startIndex
    var before = first
    while index < bytes.endIndex {
      let lead = bytes[index]
      let isPair = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
      let trail = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      if isPair, trail == nil, !isWhole { break }
      if lead >= 0x80 { take(lead, isPair ? trail ?? 0 : nil, after: before) }
      before = isPair ? trail ?? 0 : lead
      index += isPair && trail.map(Self.isTrail) == true ? 2 : 1
    }
  }

  private mutating func take(_ lead: UInt8, _ trail: UInt8?, after before: UInt8) {
    let isGood = trail.map(Self.isTrail) ?? (0xA1...0xDF).contains(lead)
    if isGood { good += 1 } else { bad += 1 }
    guard isGood else { return }
    if let trail {
      // An apostrophe of a Western code page stands between letters.
      let isAlone = before < 0x80 && Self.isLetter(before) && Self.isLetter(trail)
      if lead <= 0x9F, !isAlone { evidence += 1 }
    } else if (0xA1...0xDF).contains(before) {
      evidence += 1
    }
  }

  private static func isTrail(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
