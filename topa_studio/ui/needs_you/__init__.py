"""What is asked of the user where an answer of the service was lost."""
