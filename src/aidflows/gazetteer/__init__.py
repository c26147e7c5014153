"""Names and words that the project knows, as data files, and the matchers made from them."""
