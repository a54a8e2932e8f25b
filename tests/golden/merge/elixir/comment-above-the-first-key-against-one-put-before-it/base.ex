defmodule Limits do
  @limits %{
    upload: 10,
    download: 20,
    search: 5
  }
end
