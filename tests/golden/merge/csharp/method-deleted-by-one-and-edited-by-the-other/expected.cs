public class Timer
{
    public void Start()
    {
        _running = true;
    }

<<<<<<< left
=======
    public void Pause()
    {
        Log("pause");
        _running = false;
    }

>>>>>>> right
    public void Stop()
    {
        _running = false;
        _ticks = 0;
    }
}
