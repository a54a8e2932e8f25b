public class Timer
{
    public void Start()
    {
        _running = true;
    }

    public void Pause()
    {
        Log("pause");
        _running = false;
    }

    public void Stop()
    {
        _running = false;
        _ticks = 0;
    }
}
