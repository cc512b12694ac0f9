"""Nothing that was paid for is lost: task ids beside the database, and how it is built anew."""
