"""The frame of the window: its bars, its docks, and where all of it lies in the room there is."""
