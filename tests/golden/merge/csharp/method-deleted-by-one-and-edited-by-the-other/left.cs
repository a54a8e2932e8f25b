public class Timer
{
    public void Start()
    {
        _running = true;
    }

    public void Stop()
    {
        _running = false;
        _ticks = 0;
    }
}
