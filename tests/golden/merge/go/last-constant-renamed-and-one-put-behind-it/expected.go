package m

type State int

const (
	Idle State = iota
	Running
	Finished
	Failed
)
