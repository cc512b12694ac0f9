"""How everything looks: colours, sizes, icons, movement; no widget of the film here."""
