public enum State
{
    Idle,
    Busy,
    Lost,
}
