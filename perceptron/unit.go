package perceptron

// Until returns the network that ends with a layer, 1 for the first after the inputs: its logits are what that layer's units sum
// up, before their activation. It shares no memory with n. Until panics if there is no such layer.
func (n *Network) Until(layer int) *Network { return n.begun(layer, n.Layers()[:layer+1]) }

// begun returns a network of these layers, so many of which, from the first after the inputs on, are as n's.
func (n *Network) begun(same int, sizes []int) *Network {
	u := NewNetwork(sizes, n.activation)
	for i := range same {
		copy(u.layers[i].W, n.layers[i].W)
		copy(u.layers[i].B, n.layers[i].B)
	}
	return u
}

// Unit returns the network that ends in one unit of a layer, 1 for the first after the inputs: its one logit is what that
// unit sums up, before its activation. It shares no memory with n. Unit panics if there is no such unit.
func (n *Network) Unit(layer, unit int) *Network {
	u := n.begun(layer-1, append(n.Layers()[:layer:layer], 1))
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
