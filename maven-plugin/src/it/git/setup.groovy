// Commits the old document; the new one is in the working tree.
def git = { String... arguments ->
  def process = (['git', '-c', 'user.name=It', '-c', 'user.email=it@example.com'] + arguments.toList()).execute(null, basedir)
  process.consumeProcessOutput()
  assert process.waitFor() == 0
}
def changed = new File(basedir, 'api.yaml').text
new File(basedir, 'api.yaml').text = new File(basedir, 'base.yaml').text
git('init', '--quiet', '--initial-branch=main')
git('add', 'api.yaml')
git('commit', '--quiet', '-m', 'Release')
git('tag', 'v1')
new File(basedir, 'api.yaml').text = changed
return true
