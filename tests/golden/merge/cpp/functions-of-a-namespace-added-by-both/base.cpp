namespace text {

std::string upper(std::string s)
{
    return map(s, toupper);
}

}  // namespace text
