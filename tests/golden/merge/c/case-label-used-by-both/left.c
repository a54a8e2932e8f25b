const char *name(int code)
{
    switch (code) {
    case 0:
        return "ok";
    case 7:
        return "lost";
    case 1:
        return "busy";
    default:
        return "?";
    }
}
