"""The account: going from practice to the real service, the key, and the budgets."""
