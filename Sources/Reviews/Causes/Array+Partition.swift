extension Array {
  /// The index of the first element that belongs to the second part of an array of which all that
  /// belong to it stand behind all that don't; the count where none does.
  func partitioned(_ belongsToSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
