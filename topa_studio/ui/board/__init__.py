"""The board: every shot of the film as a card, scene under scene."""
