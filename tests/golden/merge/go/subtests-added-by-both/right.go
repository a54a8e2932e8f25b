package stack

func TestStack(t *testing.T) {
	t.Run("empty", func(t *testing.T) {
		expect(t, New().Len(), 0)
	})
	t.Run("pop", func(t *testing.T) {
		expect(t, New(7).Pop(), 7)
	})
}
