public enum State
{
    Idle,
    Busy,
<<<<<<< left
    Done,
=======
    Lost,
>>>>>>> right
}
