"""The page "Film out": the film and its animatic as files to give away."""
