public static class Codes
{
    public static string Name(int code)
    {
        switch (code)
        {
            case 200:
                return "ok";
            case 404:
                return "not found";
            default:
                return "?";
        }
    }
}
