"""What pages that judge pictures share: one clock, its buttons, and panes that show frames."""
