"""The page that says where the credits went."""
