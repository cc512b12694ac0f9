"""What happens between a press on Generate and the sending: money is told, doubt is asked."""
