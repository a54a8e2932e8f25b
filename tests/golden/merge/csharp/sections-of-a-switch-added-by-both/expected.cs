public static class Codes
{
    public static string Name(int code)
    {
        switch (code)
        {
            case 200:
                return "ok";
<<<<<<< left
            case 404:
                return "not found";
=======
            case 500:
                return "broken";
>>>>>>> right
            default:
                return "?";
        }
    }
}
