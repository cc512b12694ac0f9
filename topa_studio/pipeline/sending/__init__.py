"""One job from intent to file: the gate, the sender, the line, and lost answers."""
