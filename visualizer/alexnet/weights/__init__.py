"""The weights of the network: finding, downloading, reading and sharing them."""
