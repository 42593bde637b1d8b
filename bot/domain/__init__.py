"""The words of the product as frozen data; imports nothing of ours."""
