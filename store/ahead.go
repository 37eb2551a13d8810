package store

// ahead makes the parts of some work on another processor while those made
// before are used in order: texts are analysed while rows are written. make
// must not touch the database. The first error of use ends it.
func ahead[T any](parts int, make_ func(i int) T, use func(T) error) error {
	if parts == 1 {
		return use(make_(0))
	}
	made, stop := make(chan T, 2), make(chan struct{})
	go func() {
		defer close(made)
		for i := range parts {
			select {
			case made <- make_(i):
			case <-stop:
				return
			}
		}
	}()
	var err error
	for part := range made {
		if err == nil {
			if err = use(part); err != nil {
				close(stop)
			}
		}
	}
	return err
}

// cut gives the i-th part of a list in parts of size n.
func cut[T any](list []T, i, n int) []T { return list[min(i*n, len(list)):min((i+1)*n, len(list))] }

// partsOf gives how many parts of size n a list of some length has.
func partsOf(length, n int) int { return (length + n - 1) / n }
