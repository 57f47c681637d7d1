"""What every reader must be able to do: by keys alone, by ear, on any screen."""
