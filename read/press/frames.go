package press

func (p *paper) frames() {}
