"""What the cells of an imported sheet say, whatever way of writing they use."""
