"""Small widgets that every pane is built of; none of them knows the film."""
