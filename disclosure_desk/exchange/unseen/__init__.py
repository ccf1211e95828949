"""What a Word or Excel file holds beside what is seen, before it is released."""
