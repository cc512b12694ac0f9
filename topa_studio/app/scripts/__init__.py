"""Films made of scripts, boards and folders, and scripts that are brought in again."""
