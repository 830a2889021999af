// Placeholder until the first file of EventLog lands; delete with it.
