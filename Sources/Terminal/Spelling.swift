/// Scalars that show nothing by themselves and belong to how a word or sign is written.
enum Spelling {
  /// Their places in a text. Each stands where Unicode has a use for it, and once: a text can't
  /// hide another in them.
  static func unseen(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var places: Set<Int> = []
    for index in scalars.indices.dropFirst() {
      let (scalar, before) = (scalars[index], scalars[index - 1])
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar.value {
      case 0x200C where joins(before) && after.map(joins) ?? false: places.insert(index)
      case 0x200D where joins(before): places.insert(index)
      case 0xFE00...0xFE0F where isVaried(before, by: scalar): places.insert(index)
      case 0x180B...0x180D,
        0x180F where isMongolian(before):
        places.insert(index)
      case 0xE0020...0xE007E where before.value == 0x1F3F4:
        places.formUnion(flag(in: scalars, from: index))
      default: break
      }
    }
    return places
  }

  /// Whether a letter or its mark is of a script whose letters join: Arabic, Syriac, those of
  /// India and its neighbors, Mongolian.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    else { return false }
    return switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1900...0x1C7F,
      0xA800...0xAADF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x10FFF, 0x11000...0x11FFF,
      0x1E900...0x1E95F:
      true
    default: false
    }
  }

  /// Signs, digits and ideographs have variants; letters of the alphabet and what isn't seen don't.
  private static func isVaried(_ base: Unicode.Scalar, by selector: Unicode.Scalar) -> Bool {
    switch base.properties.generalCategory {
    case .otherLetter, .otherSymbol, .mathSymbol, .modifierSymbol, .decimalNumber, .otherNumber,
      .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation:
      !base.properties.isVariationSelector
    default: false
    }
  }

  private static func isMongolian(_ scalar: Unicode.Scalar) -> Bool {
    (0x1820...0x18AA).contains(scalar.value)
  }

  /// The tags of a flag such as Scotland's: letters and digits of a region, then the tag that ends
  /// them; nothing where they are otherwise.
  private static func flag(in scalars: [Unicode.Scalar], from start: Int) -> Range<Int> {
    let tags = scalars[start...].prefix { isRegion($0.value) }
    guard (3...6).contains(tags.count), tags.endIndex < scalars.count,
      scalars[tags.endIndex].value == 0xE007F
    else { return start..<start }
    return start..<tags.endIndex + 1
  }

  private static func isRegion(_ value: UInt32) -> Bool {
    (0xE0030...0xE0039).contains(value) || (0xE0061...0xE007A).contains(value)
  }
}
