"""What every layer may use: errors, words, files, signals, the YAML reader."""
