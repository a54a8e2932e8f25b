defmodule Limits do
  @limits %{
    login: 3,
    upload: 10,
    download: 20,
    search: 5
  }
end
