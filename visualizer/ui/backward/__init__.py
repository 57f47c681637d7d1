"""The backward pass, the same in every lesson that has one: its switch, where it begins."""
