public enum State
{
    Idle,
    Busy,
    Done,
}
