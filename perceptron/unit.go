package perceptron

// Unit returns the network that ends in one unit of a layer, 1 for the first after the inputs: its one logit is what that
// unit sums up, before its activation. It shares no memory with n. Unit panics if there is no such unit.
func (n *Network) Unit(layer, unit int) *Network {
	layers := append(n.Layers()[:layer:layer], 1)
	u := NewNetwork(layers, n.activation)
	for i := range layer - 1 {
		copy(u.layers[i].w, n.layers[i].w)
		copy(u.layers[i].b, n.layers[i].b)
	}
	from, to := &n.layers[layer-1], &u.layers[layer-1]
	if unit < 0 || unit >= from.out {
		panic("perceptron: Unit needs a unit of the layer")
	}
	for i := range from.in {
		*to.weight(0, i) = *from.weight(unit, i)
	}
	*to.bias(0) = *from.bias(unit)
	return u
}
