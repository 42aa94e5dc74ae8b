"""What the catalog takes from other programs and other curators, and gives to them."""
