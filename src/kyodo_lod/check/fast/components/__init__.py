"""What each constraint component demands, one table for each section of SHACL 1.0, chapter 4."""
