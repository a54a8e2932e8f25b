#ifdef _WIN32
#define SEPARATOR '\\'
#else
#define SEPARATOR '/'
#endif

int absolute(const char *path)
{
#ifdef _WIN32
    return path[0] && path[1] == ':';
#else
    return path[0] == SEPARATOR || path[0] == '~';
#endif
}
