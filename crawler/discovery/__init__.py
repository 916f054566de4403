"""Discovery: answers of any kind in; what they are and which addresses they lead to out. Pure, no network."""
