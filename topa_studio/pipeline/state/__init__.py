"""What happened, on the disk: jobs, takes, uploads and spending in state.db."""
