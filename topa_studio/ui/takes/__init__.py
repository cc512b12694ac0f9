"""The takes of a shot, as a list: chosen, liked, rejected, noted, thrown away and brought back."""
