namespace text {

std::string upper(std::string s)
{
    return map(s, toupper);
}

template <typename T>
std::string join(const T &parts)
{
    return fold(parts);
}

}  // namespace text
