"""Everything a user can ask for, declared once: menus, keys, hints and the page of keys read it."""
