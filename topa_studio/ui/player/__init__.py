"""The player: the film as it stands, clip after clip, with panels and slates between them."""
