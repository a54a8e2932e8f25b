public enum State
{
    Idle,
    Busy,
}
