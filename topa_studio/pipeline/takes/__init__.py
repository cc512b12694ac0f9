"""Takes as the user handles them: their marks, and files of their own as takes."""
