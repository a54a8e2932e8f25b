package shapes

type Number interface {
	~int | ~int64 | ~uint | ~float64
}
