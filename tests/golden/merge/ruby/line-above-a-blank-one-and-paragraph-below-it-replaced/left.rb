# JSON encode filter.
class JsonEncode < Base

  config_name "json_encode"
  milestone 2

  # Config for json_encode is:
  #
  # * source => dest
  #
  # For example, to store the string in 'bar', do this:
  #
  #     filter {
  #       json_encode {
  #         foo => bar
  #       }
  #     }
  #
  # Note: if the "dest" field already exists, it will be overridden.
  config /[A-Za-z0-9_@-]+/, :validate => :string

  public
  def register
  end
end
