"""From a layer and a tensor of somebody's own to a run of the engine, held equal to torch."""
