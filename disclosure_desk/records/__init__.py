"""What the office keeps: typed models, one file a noun."""
