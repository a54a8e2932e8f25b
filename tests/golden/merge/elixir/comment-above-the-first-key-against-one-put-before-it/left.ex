defmodule Limits do
  @limits %{
    # In megabytes.
    upload: 10,
    download: 20,
    search: 5
  }
end
