"""The pages of the main window, one for each entry of the rail."""
