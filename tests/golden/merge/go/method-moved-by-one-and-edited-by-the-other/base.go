package queue

// Pop takes the oldest element.
func (q *Queue) Pop() int {
	first := q.items[0]
	q.items = q.items[1:]
	return first
}

func (q *Queue) Push(item int) {
	q.items = append(q.items, item)
}

func (q *Queue) Len() int {
	return len(q.items)
}
