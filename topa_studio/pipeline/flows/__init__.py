"""What is made for a shot or an element, in order: reference images, panel, clip."""
