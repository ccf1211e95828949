"""Field widgets that forms are made of."""
