import SimulatedYear

/// Alarms of charts alone, over more years than reviews are written of.
enum FalseAlarms {
  static func tell(seeds: UInt64) {}
}
