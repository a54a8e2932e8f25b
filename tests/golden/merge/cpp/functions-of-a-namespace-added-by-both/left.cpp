namespace text {

std::string upper(std::string s)
{
    return map(s, toupper);
}

std::string lower(std::string s)
{
    return map(s, tolower);
}

}  // namespace text
