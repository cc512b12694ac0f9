"""The film's shots as every view of them shows them: rows, filters, offers, moves, cards."""
