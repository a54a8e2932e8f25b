public class Paths
{
#if WINDOWS
    public static char Separator()
    {
        return '\\';
    }
#else
    public static char Separator()
    {
        return Separators.Unix;
    }
#endif
}
