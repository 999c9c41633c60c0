"""Reading and checking what people send to the network, one file per noun; forms write nothing."""
