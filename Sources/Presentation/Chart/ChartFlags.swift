/// The annotations that lie within a stretch of points, each with its mark.
struct ChartFlags {
  struct Flag {
    let annotation: ChartAnnotation
    /// The point at which it happened, or the first one after it.
    let index: Int
    /// From 1.
    let number: Int

    /// A to Z, then a to z, then an asterisk.
    var letter: Character {
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
      return number <= letters.count ? letters[number - 1] : "*"
    }
  }

  let flags: [Flag]
  /// Annotations before the first or after the last of the points.
  let outside: Int

  init(_ picture: ChartPicture, points: Range<Int>) {
    var flags: [Flag] = []
    for annotation in picture.annotations {
      guard let index = picture.index(of: annotation.date), points.contains(index) else { continue }
      flags.append(Flag(annotation: annotation, index: index, number: flags.count + 1))
    }
    self.flags = flags
    outside = picture.annotations.count - flags.count
  }
}
