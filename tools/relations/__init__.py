"""How the weights of `dragoman relate` are made: written sentences, examples out of them, a linear model fitted."""
