package color

var named = map[string]RGB{
	"red":  {255, 0, 0},
	"blue": {0, 0, 255},
}
