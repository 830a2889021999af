import ArgumentParser
import Domain

extension Role: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
extension Cadence: ExpressibleByArgument {}
extension KPIKind: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}
