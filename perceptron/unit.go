package perceptron

// Until returns the network that ends with a layer, 1 for the first after the inputs: its logits are what that layer's units sum
// up, before their activation. It shares no memory with n. Until panics if there is no such layer.
func (n *Network) Until(layer int) *Network {
	u := NewNetwork(n.Layers()[:layer+1], n.activation)
	for i := range u.layers {
		copy(u.layers[i].W, n.layers[i].W)
		copy(u.layers[i].B, n.layers[i].B)
	}
	return u
}

// Unit returns the network that ends in one unit of a layer, 1 for the first after the inputs: its one logit is what that
// unit sums up, before its activation. It shares no memory with n. Unit panics if there is no such unit.
func (n *Network) Unit(layer, unit int) *Network {
	layers := append(n.Layers()[:layer:layer], 1)
	u := NewNetwork(layers, n.activation)
	for i := range layer - 1 {
		copy(u.layers[i].W, n.layers[i].W)
		copy(u.layers[i].B, n.layers[i].B)
	}
	from, to := &n.layers[layer-1], &u.layers[layer-1]
	if unit < 0 || unit >= from.Out {
		panic("perceptron: Unit needs a unit of the layer")
	}
	for i := range from.In {
		*to.Weight(0, i) = *from.Weight(unit, i)
	}
	*to.Bias(0) = *from.Bias(unit)
	return u
}
