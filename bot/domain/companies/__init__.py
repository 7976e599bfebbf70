"""The network's companies, as far as figures are split by them."""
