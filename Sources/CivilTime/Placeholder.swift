// Placeholder until the first file of CivilTime lands; delete with it.
