"""Playing a composition: its clock, its sound, its pictures; panes and pages show what comes."""
