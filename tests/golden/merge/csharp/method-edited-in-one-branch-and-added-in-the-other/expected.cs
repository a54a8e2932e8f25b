public class Paths
{
#if WINDOWS
    public static char Separator()
    {
        return '\\';
    }

    public static bool Drive(string path)
    {
        return path[1] == ':';
    }
#else
    public static char Separator()
    {
        return Separators.Unix;
    }
#endif
}
