"""What may be spent: budgets, prices of a press, what was spent."""
