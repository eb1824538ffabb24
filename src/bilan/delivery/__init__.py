"""How does an edition reach one recipient? One file a channel; who gets what is in the list of recipients."""
