# JSON encode filter. Takes a field.
#
# For example, to store the string in 'bar', do this:
#
#     filter {
#       json_encode {
#         source => "foo"
#         target => "bar"
#       }
#     }
class JSONEncode < Base

  config_name "json_encode"
  plugin_status "beta"

  # The field to convert to JSON.
  config :source, :validate => :string, :required => true

  # The field to write the JSON into. If not specified, the source
  # field will be overwritten.
  config :target, :validate => :string

  public
  def register
  end
end
