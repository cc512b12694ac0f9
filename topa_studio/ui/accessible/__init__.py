"""What a screen reader finds in painted views: scenes, cards, rows and cells as things."""
