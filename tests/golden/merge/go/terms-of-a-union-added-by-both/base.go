package shapes

type Number interface {
	~int | ~int64
}
