"""Everything that generates for one open film, and its money."""
