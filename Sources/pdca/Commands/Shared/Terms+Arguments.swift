import ArgumentParser
import Domain

extension Role: TypedWord {}
extension Direction: TypedWord {}
extension Cadence: TypedWord {}
extension KPIKind: TypedWord {}
extension Measure: TypedWord {}
