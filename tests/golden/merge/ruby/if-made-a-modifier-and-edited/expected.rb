def run(user)
  audit(user, :run) unless user.admin?
  save(user)
end
