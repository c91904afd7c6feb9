"""Problems as other programs read them."""
