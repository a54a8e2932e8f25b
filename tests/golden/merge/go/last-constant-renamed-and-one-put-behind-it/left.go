package m

type State int

const (
	Idle State = iota
	Running
	Done
	Failed
)
