"""What a press on Quit means while work is under way: said on a page, then waited for or not."""
