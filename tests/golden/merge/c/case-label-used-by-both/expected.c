const char *name(int code)
{
    switch (code) {
    case 0:
        return "ok";
<<<<<<< left
    case 7:
        return "lost";
    case 1:
        return "busy";
=======
    case 1:
        return "busy";
    case 7:
        return "full";
>>>>>>> right
    default:
        return "?";
    }
}
