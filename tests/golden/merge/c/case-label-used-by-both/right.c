const char *name(int code)
{
    switch (code) {
    case 0:
        return "ok";
    case 1:
        return "busy";
    case 7:
        return "full";
    default:
        return "?";
    }
}
