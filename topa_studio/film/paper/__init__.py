"""The film on paper: PDF, shot list, contact sheet, and a page to look at and comment on."""
