// Placeholder until the first file of Tracker lands; delete with it.
