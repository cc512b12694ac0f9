"""The film as frames and sound: one engine that is read by the player and by the exports."""
