import Testing

/// What needs many connections or the whole machine runs one test after the other.
@Suite("The log under load", .serialized)
enum LoadTests {}
