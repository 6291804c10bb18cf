"""What ships with the program or lies in local packs, read into the domain's types."""
