"""What every installer shares: what the product is called, what of Qt and Python goes into it, its icons."""
